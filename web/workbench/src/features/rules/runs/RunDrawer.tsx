import { useQuery } from '@tanstack/react-query';
import { getRun, type RuleRun } from '@tongban/server/src/kernel/rules/run.contract.ts';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Explanation } from '../../../shared/decisions/Explanation.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { useOpenableCases } from '../../../shared/openable-cases.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { text as shared } from '../../../shared/text.ts';
import { text } from '../text.ts';

const words = text.runs;

/** One run: what the rules were told, what came of it and which rows decided. */
export function RunDrawer({ runId, onClose }: { runId: string | undefined; onClose: () => void }) {
  return (
    <Drawer open={runId !== undefined} onClose={onClose} title={words.one} size={680} destroyOnHidden>
      {runId === undefined ? null : <Opened key={runId} runId={runId} />}
    </Drawer>
  );
}

function Opened({ runId }: { runId: string }) {
  const [purpose, setPurpose] = useState<string>();
  const [asking, setAsking] = useState(false);
  // Each look is recorded, so it is not repeated behind the reader's back.
  const run = useQuery({
    queryKey: [getRun.id, runId, purpose], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
    queryFn: () => api.call(getRun, { params: { runId }, query: purpose === undefined ? {} : { purpose } }),
  });
  return (
    <>
      <QueryState query={run}>{(one) => <Run run={one} onAsk={() => setAsking(true)} />}</QueryState>
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(given) => { setPurpose(given); setAsking(false); }} />
    </>
  );
}

function Run({ run, onAsk }: { run: RuleRun; onAsk: () => void }) {
  const isOpenable = useOpenableCases(run.subjectType === 'case' ? [run.subjectId] : [])?.has(run.subjectId) === true;
  const { columns } = words;
  return (
    <div className="rule-run">
      <Facts
        items={[
          { label: columns.at, value: formatDateTime(run.at) }, { label: columns.actor, value: run.actorName ?? words.unknown },
          { label: columns.subject, value: <>{run.subjectLabel ?? words.unknown}{isOpenable ? <>　<Link to={links.case(run.subjectId)}>{words.toCase}</Link></> : null}</> },
          { label: columns.version, value: <Link to={links.ruleVersion(run.versionId)}>{shared.versions.number(run.versionNumber)}</Link> },
          { label: columns.outcome, value: <><Tag tone={run.decided ? 'done' : 'warning'}>{words.outcomes[run.decided ? 'decided' : 'failed']}</Tag>　{run.summary}</> },
        ]}
      />
      <section>
        <h3 className="section-title">{words.inputs}{run.abilities.readFull ? <>　<Button size="small" onClick={onAsk}>{words.full}</Button></> : null}</h3>
        {run.full ? null : <p className="faint small">{words.hiddenLead}</p>}
        {run.inputs.length === 0 ? <p className="muted">{words.noInputs}</p> : (
          <table className="rule-table">
            <thead><tr><th scope="col">{words.input.name}</th><th scope="col">{words.input.value}</th></tr></thead>
            <tbody>{run.inputs.map(({ name, label, value, hidden }) => <tr key={name}><td>{label}</td><td className={hidden ? 'faint' : ''}>{value}</td></tr>)}</tbody>
          </table>
        )}
      </section>
      <section><h3 className="section-title">{words.explanation}</h3><Explanation explanation={run.outcome.explanation} /></section>
    </div>
  );
}
