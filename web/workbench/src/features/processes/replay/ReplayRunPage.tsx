import { useQuery } from '@tanstack/react-query';
import { getReplay, stopReplay, type Replay } from '@tongban/server/src/modules/replays/contract.ts';
import { App, Button, Progress } from 'antd';
import { useCallback, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { dressReplay } from './dress-replay.ts';
import { ReplayedCases } from './ReplayedCases.tsx';
import { CheckedTable, DispatchedTable, Unsure } from './RuleTables.tsx';
import { Groups, StepTable, StuckTable, Times, UnhandledTable } from './ReplayTables.tsx';
import '../processes.css';

const words = text.replay;
const everyMs = 2_000;
const tones: Readonly<Record<Replay['state'], Tone>> = { waiting: 'todo', running: 'todo', done: 'done', stopped: 'neutral', failed: 'danger' };

/** What becomes of past cases on a draft or version: while it is reckoned, and after (WFL-03). */
export function ReplayRunPage() {
  const { replayId = '' } = useParams();
  const replay = useQuery({
    queryKey: [getReplay.id, replayId], queryFn: () => api.call(getReplay, { params: { replayId } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' || data?.state === 'running' ? everyMs : false),
  });
  return <PageState query={replay}>{(data) => <Run replay={data} />}</PageState>;
}

function Run({ replay }: { replay: Replay }) {
  const { replayId, processKey, processName, version, state, stateLabel, total, done, note, startedAt, startedByName, endedAt, counts } = replay;
  const [filters, setFilters] = useFilters(['result', 'element', 'group', 'position']);
  const goesOn = state === 'waiting' || state === 'running';
  const dressing = useMemo(() => dressReplay(replay), [replay]);
  const take = useCallback((id: string | undefined) => { if (id !== undefined) setFilters({ element: id, group: undefined }); }, [setFilters]);
  const show = (position: number) => setFilters({ position: String(position) });
  const [title, detail] = goesOn ? words.waiting : words.none;
  return (
    <Page
      title={words.run(processName, version)} aside={<Tag tone={tones[state]}>{stateLabel}</Tag>}
      actions={<><Link to={links.process(processKey)}>{text.draft.toProcess}</Link><Link to={links.processReplay(processKey)}>{words.again}</Link>{replay.abilities.stop ? <Stop replayId={replayId} /> : null}</>}
    >
      <div className="process-run">
        {goesOn ? <Progress percent={total === 0 ? 100 : Math.round((done / total) * 100)} status="active" aria-label={words.progress(done, total)} /> : null}
        <p role="status">{goesOn ? `${words.progress(done, total)}　` : ''}{words.sum(counts.same, counts.changed, counts.stuck, counts.loop)}</p>
        <p className="muted small">{words.by(startedByName, formatDateTime(startedAt), endedAt === null ? '' : formatDateTime(endedAt))}{note === null ? '' : `　${note}`}</p>
      </div>
      {done === 0 ? <Empty title={title ?? ''}>{detail}</Empty> : (
        <>
          <div className="process-picture process-replay__picture"><PictureView key={replayId} xml={replay.xml} label={words.pictureLabel(processName)} dressing={dressing} selected={filters.element} onSelect={take} saveAs={words.pictureLabel(processName)} /></div>
          <p className="faint small">{words.picture}</p>
          {replay.stuck.length > 0 ? <Panel title={words.stuck} flush><StuckTable stuck={replay.stuck} onShow={show} /></Panel> : null}
          {replay.unhandled.length > 0 ? <Panel title={words.unhandled} flush><UnhandledTable unhandled={replay.unhandled} onShow={show} /></Panel> : null}
          {replay.dispatched.length > 0 ? <Panel title={words.dispatched}><DispatchedTable dispatched={replay.dispatched} onShow={show} /></Panel> : null}
          {replay.checked.length > 0 ? <Panel title={words.checked}><CheckedTable checked={replay.checked} onShow={show} /></Panel> : null}
          {replay.unsure.length > 0 ? <Panel title={words.unsure}><Unsure unsure={replay.unsure} /></Panel> : null}
          <Panel title={words.times}><Times times={replay.times} /></Panel>
          <Panel title={words.steps}><StepTable steps={replay.steps} /></Panel>
          <Panel title={words.groups} flush><Groups groups={replay.groups} onGroup={(group) => setFilters({ group: String(group), element: undefined, result: undefined })} onShow={show} /></Panel>
          <Panel title={words.list}><ReplayedCases replay={replay} filters={filters} onFilters={setFilters} /></Panel>
        </>
      )}
    </Page>
  );
}

function Stop({ replayId }: { replayId: string }) {
  const stop = useAction(stopReplay);
  const refresh = useRefresh();
  const { modal } = App.useApp();
  const ask = () => modal.confirm({ title: words.stopTitle, content: words.stopLead, okText: words.stop, cancelText: text.cancel, okButtonProps: { danger: true }, onOk: async () => { await stop.run({ params: { replayId } }, refresh); } });
  return <><Button danger loading={stop.busy} onClick={ask}>{words.stop}</Button><ProblemAlert problem={stop.problem} onClose={stop.clear} /></>;
}
