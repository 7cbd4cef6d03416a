import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { cancelImport, discardImport, downloadResult, getImport, listImportRows, runImport, undoImport, type ItemImport } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Alert, App, Button, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { api, queryClient } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { ImportStateTag, isMoving } from './ImportStateTag.tsx';
import { RowList } from './RowList.tsx';
import { RunForm } from './RunForm.tsx';
import { text } from './text.ts';
import './item-exchange.css';

const words = text.page;
const counted = ['total', 'new', 'changed', 'differs', 'unchanged', 'refused'] as const;
const outcomes = ['written', 'failed', 'undone', 'kept'] as const;

/** One import: what its file would do, its progress, its rows, and how to undo it (CAT-12). */
export function ImportPage() {
  const { importId = '' } = useParams();
  const query = useQuery({
    queryKey: [getImport.id, importId], queryFn: () => api.call(getImport, { params: { importId } }),
    refetchInterval: ({ state }) => (isMoving(state.data?.state) ? 1_000 : false),
  });
  return (
    <Page
      fill title={query.data?.fileName ?? text.title}
      aside={query.data ? <><ImportStateTag of={query.data} /> {words.by(query.data.createdByName, formatMoment(query.data.createdAt))}</> : undefined}
      actions={<Link to={links.itemExchange()}>{words.back}</Link>}
    >
      <QueryState query={query}>{(one) => <ImportDesk key={`${one.id}-${one.revision}`} of={one} />}</QueryState>
    </Page>
  );
}

function ImportDesk({ of: one }: { of: ItemImport }) {
  const shownCounts = counted.filter((name) => name === 'total' || one.counts[name] > 0);
  return (
    <>
      <Panel>
        {one.problem ? <Alert type="error" showIcon title={one.problem.title} description={one.problem.detail} /> : (
          <div className="exchange__counts" role="status">
            {shownCounts.map((name) => <span key={name}>{words.counts[name]}<b>{one.counts[name]}</b></span>)}
            {outcomes.filter((name) => one.outcome[name] > 0).map((name) => <span key={name}>{words.outcome[name]}<b>{one.outcome[name]}</b></span>)}
          </div>
        )}
        <Moving of={one} />
        {one.state === 'discarded' || one.state === 'undone' ? <p className="exchange__note">{words.over[one.state]}</p> : null}
        {one.warnings.length > 0 ? (
          <details><summary>{words.warnings(one.warnings.length)}</summary>
            <ul className="exchange__issues">{one.warnings.map(({ position, message }) => <li key={`${position}${message}`}><span className="number">{position}</span> {message}</li>)}</ul>
          </details>
        ) : null}
        <Steps of={one} />
      </Panel>
      {one.counts.total > 0 ? <RowList of={one} /> : null}
    </>
  );
}

function Moving({ of: { state, progress } }: { of: ItemImport }) {
  if (!isMoving(state)) return null;
  if (progress.total === null) return <p className="exchange__progress">{words.reading(progress.processed)}</p>;
  const percent = progress.total === 0 ? 100 : Math.floor((progress.processed / progress.total) * 100);
  return <Progress className="exchange__progress" percent={percent} status="active" format={() => words.progress(progress.processed, progress.total ?? 0)} />;
}

/** What can be done with the import now. */
function Steps({ of: one }: { of: ItemImport }) {
  const { message, modal } = App.useApp();
  const [run, cancel, discard, undo] = [useAction(runImport), useAction(cancelImport), useAction(discardImport), useAction(undoImport)];
  const params = { importId: one.id };
  const after = (told: string) => (next: ItemImport) => {
    queryClient.setQueryData([getImport.id, one.id], next);
    void queryClient.invalidateQueries({ queryKey: [listImportRows.id, one.id] });
    void message.success(told);
  };
  const refresh = () => { void queryClient.invalidateQueries({ queryKey: [getImport.id, one.id] }); };
  const ask = (title: string, content: string, okText: string, onOk: () => Promise<unknown>) => { void modal.confirm({ title, content, okText, cancelText: text.cancel, okButtonProps: { danger: true }, onOk }); };
  const download = one.counts.total > 0 && !isMoving(one.state) ? <Button icon={<DownloadOutlined />} href={api.url(downloadResult, { params })}>{words.result}</Button> : null;
  const problem = run.problem ?? cancel.problem ?? discard.problem ?? undo.problem;
  return (
    <>
      <ProblemAlert problem={problem} onRefresh={refresh} />
      {one.abilities.run ? <RunForm of={one} busy={run.busy} more={download} onRun={(body) => { void run.run({ params, body }, after(words.done.run)); }} onDiscard={() => { void discard.run({ params, body: { revision: one.revision } }, after(words.done.discard)); }} /> : null}
      <div className="exchange__counts" style={{ marginTop: '0.5rem', gap: '0.5rem' }}>
        {one.abilities.cancel ? <Button onClick={() => ask(words.cancelTitle, one.strategy === 'all-or-nothing' ? words.cancelLead.whole : words.cancelLead.skip, words.cancel, () => cancel.run({ params }, after(words.done.cancel)))}>{words.cancel}</Button> : null}
        {one.abilities.run ? null : download}
        {one.abilities.undo ? <Button danger onClick={() => ask(words.undoTitle, words.undoLead, words.undo, () => undo.run({ params, body: { revision: one.revision } }, after(words.done.undo)))}>{words.undo}</Button> : null}
      </div>
    </>
  );
}
