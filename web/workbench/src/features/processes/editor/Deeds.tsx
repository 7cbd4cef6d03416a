import { discardProcessDraft, publishProcessDraft, type ProcessDraft } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { App, Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { DiscardDraft } from '../../../shared/versions/DiscardDraft.tsx';
import { PublishDraft } from '../../../shared/versions/PublishDraft.tsx';
import type { ProcessKeeper } from '../model/process-keeper.ts';
import { readBpmnFile } from '../model/read-file.ts';
import { saveFile } from '../../../shared/files/save-file.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import type { Desk } from './use-desk.ts';

const words = text.draft;

/** The diagram as a file, as a picture, on paper, and another file in its place. */
export function FileMenu({ draft, desk, editing }: { draft: ProcessDraft; desk: Desk; editing: boolean }) {
  const chooser = useRef<HTMLInputElement>(null);
  const { modal, message } = App.useApp();
  const { drawing } = desk;
  const deeds: Readonly<Record<string, () => unknown>> = {
    xml: async () => { if (drawing) saveFile(`${draft.key}.bpmn`, 'application/xml', await drawing.xml()); },
    svg: async () => { if (drawing) saveFile(`${draft.key}.svg`, 'image/svg+xml', await drawing.svg()); },
    print: () => window.print(),
    import: () => chooser.current?.click(),
  };
  const take = async (file: File) => {
    const read = await readBpmnFile(file);
    if (!read.ok) return void message.error(read.reason, 8);
    modal.confirm({ title: words.replaceTitle, content: words.replaceLead, okText: words.replace, cancelText: text.cancel, onOk: () => desk.replace(read.xml) });
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'xml', label: words.exportXml }, { key: 'svg', label: words.exportSvg }, { key: 'print', label: words.print }, ...(editing ? [{ key: 'import', label: words.importXml }] : [])],
          onClick: ({ key }) => { void deeds[key]?.(); },
        }}
      >
        <Button>{words.more}</Button>
      </Dropdown>
      <input
        ref={chooser} type="file" hidden accept=".bpmn,.xml" aria-label={words.importXml}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}

/** Gives the draft up. */
export function Discard({ draft, keeper }: { draft: ProcessDraft; keeper: ProcessKeeper }) {
  const discard = useAction(discardProcessDraft);
  const navigate = useNavigate();
  const refresh = useRefresh();
  return (
    <DiscardDraft
      keeper={keeper} title={words.discardTitle} lead={words.discardLead} deed={discard} send={(revision, done) => discard.run({ params: { draftId: draft.draftId }, query: { revision } }, done)}
      onDone={() => { void Promise.resolve(navigate(links.processes())).then(refresh); }}
    />
  );
}

/** Publishes after a second look by another person; before that leads to what is wrong. */
export function Publish({ draft, keeper, desk }: { draft: ProcessDraft; keeper: ProcessKeeper; desk: Desk }) {
  const publish = useAction(publishProcessDraft);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const publisher = useHolds('workflow.definition.publish');
  const faults = desk.problems ?? [];
  if (draft.state !== 'draft') return null;
  return (
    <PublishDraft
      keeper={keeper} draft={draft} title={text.publish.title(draft.name)} lead={text.publish.lead} done={text.publish.done} obstacles={faults.length} publisher={publisher}
      onObstacles={() => desk.select(faults.find(({ element }) => element !== null)?.element ?? undefined)}
      deed={publish} send={(revision, done) => publish.run({ params: { draftId: draft.draftId }, body: { revision } }, done)} onRefresh={refresh}
      onDone={() => {
        refresh();
        void navigate(links.process(draft.key));
      }}
    />
  );
}
