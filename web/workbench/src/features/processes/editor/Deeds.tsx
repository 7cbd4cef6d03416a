import { discardProcessDraft, publishProcessDraft, type ProcessDraft } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { App, Button, Dropdown, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
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
  const { modal, message } = App.useApp();
  const discard = useAction(discardProcessDraft);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const ask = () => modal.confirm({
    title: words.discardTitle, content: words.discardLead, okText: words.discard, cancelText: text.cancel, okButtonProps: { danger: true },
    onOk: async () => {
      // What is still on its way would come back as an older revision.
      const revision = await keeper.flush();
      await discard.run({ params: { draftId: draft.draftId }, query: { revision: revision ?? keeper.revision } }, () => {
        keeper.end();
        void message.success(words.discarded);
        // Read again from the list: the draft itself is not there any more.
        void Promise.resolve(navigate(links.processes())).then(refresh);
      });
    },
  });
  return (
    <>
      <Button danger type="text" loading={discard.busy} onClick={ask}>{words.discard}</Button>
      {discard.problem ? <div className="process-problem"><ProblemAlert problem={discard.problem} onClose={discard.clear} /></div> : null}
    </>
  );
}

/** Publishes after a second look by another person; before that says what is missing. */
export function Publish({ draft, keeper, desk }: { draft: ProcessDraft; keeper: ProcessKeeper; desk: Desk }) {
  const [asking, setAsking] = useState(false);
  const publish = useAction(publishProcessDraft);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const editing = keeper.state !== 'closed';
  // Whoever changed it last leaves the second look to somebody else.
  const touched = editing && (keeper.revision !== draft.revision || keeper.state !== 'saved');
  const faults = desk.problems ?? [];
  if (draft.state !== 'draft') return null;
  const toFirst = () => desk.select(faults.find(({ element }) => element !== null)?.element ?? undefined);
  if (!draft.abilities.publish || touched) {
    if (!editing) return null;
    return faults.length > 0 ? <Button onClick={toFirst}>{words.faults(faults.length)}</Button> : <span className="muted small" title={words.otherPublishes}>{words.ready}</span>;
  }
  const send = () => publish.run({ params: { draftId: draft.draftId }, body: { revision: keeper.revision } }, () => {
    keeper.end();
    setAsking(false);
    void message.success(text.publish.done);
    refresh();
    void navigate(links.process(draft.key));
  });
  return (
    <>
      <PrimaryButton onPress={() => { if (faults.length > 0) toFirst(); else setAsking(true); }}>{faults.length > 0 ? words.faults(faults.length) : text.publish.press}</PrimaryButton>
      <Modal open={asking} title={text.publish.title(draft.name)} okText={text.publish.press} cancelText={text.cancel} confirmLoading={publish.busy} onOk={() => { void send(); }} onCancel={() => { setAsking(false); publish.clear(); }} width={520}>
        <ProblemAlert problem={publish.problem} onRefresh={() => { setAsking(false); refresh(); }} />
        <p>{text.publish.lead}</p>
        <p className="muted">{text.publish.changedBy(draft.updatedByName)}</p>
        {draft.note === '' ? null : <p>{text.publish.note(draft.note)}</p>}
      </Modal>
    </>
  );
}
