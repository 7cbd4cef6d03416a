import { createHandlingItem, type StaffItemDetail } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Static } from '@tongban/contract-kit';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { VersionStateTag } from './VersionStateTag.tsx';

const words = text.handlingItems;

/** 业务办理项 of an implementation list, or the list a handling item belongs to. */
export function HandlingItems({ detail }: { detail: Static<typeof StaffItemDetail> }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [name, setName] = useState<string>();
  const editor = useHolds('catalog.item.edit');
  const { run, busy, problem } = useAction(createHandlingItem);
  const missing = useMissing({ 'handling-item-name': (name ?? '').trim() === '' && sharedText.missing.write(words.name) });
  if (detail.parent) {
    return (
      <Panel title={words.parent}>
        <Link to={links.catalogueVersion(detail.parent.latestVersionId)}>{detail.parent.name}</Link>
      </Panel>
    );
  }
  return (
    <Panel title={words.title} extra={editor ? <Button size="small" onClick={() => setName('')}>{words.add}</Button> : null} flush>
      {detail.handlingItems.length === 0 ? <p className="version__none faint small">{words.none}</p> : null}
      <ul className="versions">
        {detail.handlingItems.map((one) => (
          <li key={one.id}>
            <Link to={links.catalogueVersion(one.latestVersionId)}>
              <span>
                {one.name} <VersionStateTag state={one.state} />
              </span>
              <span className="faint small number">{one.code}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Modal
        open={name !== undefined}
        title={words.addTitle}
        okText={words.add}
        confirmLoading={busy}
        onCancel={() => setName(undefined)}
        onOk={() => {
          if (!missing.check()) return;
          void run({ params: { itemId: detail.item.id }, body: { name: (name ?? '').trim() } }, (receipt) => {
            void message.success(words.added);
            void navigate(links.catalogueEdit(receipt.versionId));
          });
        }}
      >
        <p className="muted">{words.lead}</p>
        <ProblemAlert problem={problem} />
        <Input id="handling-item-name" maxLength={200} aria-label={words.name} placeholder={words.name} value={name ?? ''} onChange={({ target }) => setName(target.value)} />
        <Lack text={missing.of('handling-item-name')} />
      </Modal>
    </Panel>
  );
}
