import { useQuery } from '@tanstack/react-query';
import { getCaseProgress, type CaseProcess, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Alert, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { ProcessProgress } from './ProcessProgress.tsx';

const words = text.progress;

/** The case on its diagram: where it stands, which way it went, and the time of each step (WFL-03). */
export function ProgressDrawer({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const progress = useQuery({ queryKey: [getCaseProgress.id, view.id, view.version], placeholderData: (before) => before, queryFn: () => api.call(getCaseProgress, { params: { caseId: view.id } }) });
  return (
    <Drawer open size="min(92vw, 84rem)" title={words.title(view.itemName, view.number)} onClose={onClose}>
      <QueryState query={progress} lines={12}>{({ at, processes }) => <Processes at={at} processes={processes} />}</QueryState>
    </Drawer>
  );
}

function Processes({ at, processes }: { at: string; processes: readonly CaseProcess[] }) {
  const [chosen, setChosen] = useState<string>();
  const shown = processes.find(({ instanceId }) => instanceId === chosen) ?? processes[0];
  if (shown === undefined) return <Alert type="info" showIcon title={words.none} />;
  return (
    <div className="progress">
      {processes.length > 1 ? <Segmented aria-label={words.which} value={shown.instanceId} options={processes.map((one) => ({ value: one.instanceId, label: one.called ? words.called(one.name) : one.name }))} onChange={setChosen} /> : null}
      {shown.migrations.map(({ from, to, at: when, by }) => <Alert key={when} type="info" showIcon title={words.migrated(from, to, formatDateTime(when), by)} />)}
      <ProcessProgress key={`${shown.instanceId} ${shown.version}`} process={shown} at={at} />
    </div>
  );
}
