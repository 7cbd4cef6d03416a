import { useQuery } from '@tanstack/react-query';
import { getProcessDraft, type ProcessDraft } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useKeeper } from '../../../shared/draft/use-keeper.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { KeeperAlerts } from '../../../shared/versions/KeeperAlerts.tsx';
import { SaveStanding } from '../../../shared/versions/SaveStanding.tsx';
import { VersionTag } from '../../../shared/versions/VersionTag.tsx';
import { DiagramView } from '../diagram/DiagramView.tsx';
import { ProcessKeeper } from '../model/process-keeper.ts';
import { ProcessKey } from '../properties/choices.ts';
import { Properties } from '../properties/Properties.tsx';
import { text } from '../text.ts';
import { Discard, FileMenu, Publish } from './Deeds.tsx';
import { Outline, Problems } from './Outline.tsx';
import { Walk } from './Walk.tsx';
import { useDesk, useDrawingKeys, type Desk } from './use-desk.ts';
import '../processes.css';

const words = text.draft;

/** Where a process is drawn, checked as one draws and saved as one goes (WFL-01). */
export function DraftPage() {
  const { draftId = '' } = useParams();
  // What is drawn is merged with what others save, so the page is read once, and anew when it is opened again.
  const draft = useQuery({ queryKey: [getProcessDraft.id, draftId], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, queryFn: () => api.call(getProcessDraft, { params: { draftId } }) });
  return <PageState query={draft} lines={12}>{(data) => <DraftDesk key={`${data.draftId} ${data.state}`} draft={data} />}</PageState>;
}

function DraftDesk({ draft }: { draft: ProcessDraft }) {
  const keeper = useKeeper(() => new ProcessKeeper(draft));
  const desk = useDesk(keeper);
  useDrawingKeys(desk.drawing);
  const [walking, setWalking] = useState(false);
  const readOnly = keeper.state === 'closed';
  const name = desk.drawing?.root().businessObject.name ?? draft.name;
  return (
    <Page title={name} aside={<Standing draft={draft} keeper={keeper} />} actions={<Actions draft={draft} keeper={keeper} desk={desk} onWalk={() => setWalking(true)} />}>
      <KeeperAlerts keeper={keeper} conflict={<MergePanel keeper={keeper} describe={describeDrawn} />} readOnly={draft.state === 'draft' && !draft.abilities.publish ? words.readOnly : undefined} />
      <div className="process-desk">
        <div className="process-desk__side is-left">
          <Problems problems={desk.problems} desk={desk} />
          <Outline desk={desk} />
        </div>
        <div className="process-desk__main">
          <Tools desk={desk} readOnly={readOnly} />
          <DiagramView key={desk.opened} xml={desk.opened} readOnly={readOnly} label={words.diagram} onReady={desk.ready} />
          {readOnly ? null : (
            <label className="process-note"><span>{words.note}</span><Input value={keeper.value.note} maxLength={500} placeholder={words.noteHelp} onChange={({ target }) => keeper.change({ ...keeper.value, note: target.value }, 'note')} /></label>
          )}
        </div>
        <div className="process-desk__side"><ProcessKey value={draft.key}><Properties desk={desk} disabled={readOnly} /></ProcessKey></div>
      </div>
      {walking ? <Walk draftId={draft.draftId} keeper={keeper} desk={desk} onClose={() => setWalking(false)} /> : null}
    </Page>
  );
}

/** A drawing as people compare two of them; the text of the note as it is. */
function describeDrawn(path: string, value: unknown): string {
  if (typeof value !== 'string') return '';
  return path === 'note' ? value : text.merge.drawn(value.match(/<(\w+:)?BPMN(Shape|Edge)\b/g)?.length ?? 0);
}

function Standing({ draft, keeper }: { draft: ProcessDraft; keeper: ProcessKeeper }) {
  return (
    <>
      <VersionTag state={draft.state} label={draft.stateLabel} /> <span className="code">{draft.key}</span>　<span className="small">{draft.basedOn ? words.basedOn(draft.basedOn.version) : words.fresh}</span>
      <SaveStanding keeper={keeper} of={{ publishedAt: draft.publishedAt, publishedByName: draft.publishedByName }} />
    </>
  );
}

function Tools({ desk: { drawing }, readOnly }: { desk: Desk; readOnly: boolean }) {
  return (
    <div className="process-tools">
      {readOnly ? null : (
        <>
          <Button size="small" disabled={drawing?.canUndo !== true} title="Ctrl+Z" onClick={() => drawing?.undo()}>{words.undo}</Button>
          <Button size="small" disabled={drawing?.canRedo !== true} title="Ctrl+Y" onClick={() => drawing?.redo()}>{words.redo}</Button>
        </>
      )}
      <Button size="small" onClick={() => drawing?.zoomBy(1.25)}>{words.zoomIn}</Button>
      <Button size="small" onClick={() => drawing?.zoomBy(0.8)}>{words.zoomOut}</Button>
      <Button size="small" onClick={() => drawing?.fit()}>{words.fit}</Button>
    </div>
  );
}

function Actions({ draft, keeper, desk, onWalk }: { draft: ProcessDraft; keeper: ProcessKeeper; desk: Desk; onWalk: () => void }) {
  const editing = keeper.state !== 'closed';
  const mayReplay = useHolds('replays.replay.run');
  return (
    <>
      {draft.basedOn || draft.state === 'published' ? <Link to={links.process(draft.key)}>{words.toProcess}</Link> : <Link to={links.processes()}>{text.process.back}</Link>}
      <Button onClick={onWalk}>{text.walk.open}</Button>
      {mayReplay && editing ? <Link to={links.processReplay(draft.key, 'draft')}>{text.replay.open}</Link> : null}
      <FileMenu draft={draft} desk={desk} editing={editing} />
      {editing && draft.abilities.discard ? <Discard draft={draft} keeper={keeper} /> : null}
      <Publish draft={draft} keeper={keeper} desk={desk} />
    </>
  );
}
