import { useQuery, useQueryClient } from '@tanstack/react-query';
import { cancelRun, getQualityOverview, listFindings, listRuns, startRun } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** The check that goes on with its progress, or the last one, and a way to start another. */
export function RunBar() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const mayStart = useHolds('item-quality.run.start');
  const start = useAction(startRun);
  const stop = useAction(cancelRun);
  const runs = useQuery({
    queryKey: [listRuns.id], queryFn: () => api.call(listRuns, { query: { limit: 5 } }),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.finishedAt === null) ? 2_000 : 60_000),
  });
  const active = runs.data?.items.find((run) => run.finishedAt === null);
  const last = runs.data?.items.find(({ state }) => state === 'finished');
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== active?.id) for (const operation of [getQualityOverview, listFindings]) void client.invalidateQueries({ queryKey: [operation.id] });
    before.current = active?.id;
  }, [active?.id, client]);
  const refresh = () => { void client.invalidateQueries({ queryKey: [listRuns.id] }); };
  const problem = start.problem ?? stop.problem;
  return (
    <div className="quality-run">
      {problem ? <ProblemAlert problem={problem} onRefresh={refresh} /> : null}
      {active ? (
        <>
          <span className="small">{text.run.progress(active.scopeName, active.done, active.total)}</span>
          <Progress percent={active.total === 0 ? 0 : Math.floor((active.done / active.total) * 100)} size="small" style={{ width: 140 }} aria-label={text.run.start} />
          {active.abilities.cancel ? <Button size="small" loading={stop.busy} onClick={() => { void stop.run({ params: { runId: active.id } }, refresh); }}>{text.run.stop}</Button> : null}
        </>
      ) : (
        <>
          {last?.finishedAt ? <span className="faint small">{text.run.last(last.scopeName, formatDateTime(last.finishedAt), last.opened, last.closed)}{last.changedOnly ? text.run.unchanged(last.done - last.unchanged, last.unchanged) : null}</span> : null}
          {mayStart ? (
            <Button loading={start.busy} onClick={() => { void start.run({ body: {} }, () => { void message.success(text.run.started); refresh(); }); }}>{text.run.start}</Button>
          ) : null}
        </>
      )}
    </div>
  );
}
