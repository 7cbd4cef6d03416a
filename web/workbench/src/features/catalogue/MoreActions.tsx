import { discardDraft, setTemplate, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.template;

/** What is done seldom: making a template of a version, throwing a draft away. */
export function MoreActions({ version, onDone }: { version: ItemVersion; onDone: () => void }) {
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const editor = useHolds('catalog.item.edit');
  const [name, setName] = useState<string>();
  const template = useAction(setTemplate);
  const discard = useAction(discardDraft);
  const params = { versionId: version.versionId };
  const missing = useMissing({ 'template-name': (name ?? '').trim() === '' && sharedText.missing.write(words.name) });
  if (!editor) return null;
  const drop = () => {
    modal.confirm({
      title: text.discard.title, content: text.discard.lead, okText: text.discard.action, okButtonProps: { danger: true }, cancelText: text.cancel,
      onOk: async () => {
        await discard.run({ params, body: { revision: version.revision } }, () => {
          void message.success(text.discard.done);
          onDone();
          void navigate(links.catalogue());
        });
      },
    });
  };
  return (
    <>
      <Dropdown
        menu={{
          items: [
            { key: 'template', label: words.make },
            { key: 'no-template', label: words.unmake },
            ...(version.abilities.edit && version.versionNumber > 1 ? [{ key: 'discard', label: text.discard.action, danger: true }] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'template') setName(version.elements.name);
            else if (key === 'no-template') void template.run({ params, body: { name: null } }, () => { void message.success(words.unmade); onDone(); });
            else drop();
          },
        }}
      >
        <Button>{text.more}</Button>
      </Dropdown>
      {discard.problem ? <div className="version__problem"><ProblemAlert problem={discard.problem} onClose={discard.clear} /></div> : null}
      <Modal
        open={name !== undefined}
        title={words.make}
        okText={words.save}
        confirmLoading={template.busy}
        onCancel={() => setName(undefined)}
        onOk={() => {
          if (!missing.check()) return;
          void template.run({ params, body: { name: (name ?? '').trim() } }, () => {
            void message.success(words.made);
            setName(undefined);
            onDone();
          });
        }}
      >
        <p className="muted">{words.lead}</p>
        <ProblemAlert problem={template.problem} />
        <Input id="template-name" maxLength={100} aria-label={words.name} value={name ?? ''} onChange={({ target }) => setName(target.value)} />
        <Lack text={missing.of('template-name')} />
      </Modal>
    </>
  );
}
