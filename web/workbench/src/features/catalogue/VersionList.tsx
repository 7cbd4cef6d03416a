import { createDraft, retireItem, type ItemVersion, type StaffItemDetail } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Static } from '@tongban/contract-kit';
import { App, Button, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { countItemCases } from '@tongban/server/src/modules/cases/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { VersionStateTag } from './VersionStateTag.tsx';

interface VersionListProps {
  detail: Static<typeof StaffItemDetail>;
  current: string;
  mayEdit: ItemVersion['abilities'];
  onDone: () => void;
}

/** All versions of the item, newest first; a new draft begins with any of them (rollback). */
export function VersionList({ detail, current, mayEdit, onDone }: VersionListProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const create = useAction(createDraft);
  const editor = useHolds('catalog.item.edit');
  // One version at a time is worked on.
  const underWay = detail.versions.some(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved');
  const begin = (fromVersionId?: string) => {
    void create.run({ params: { itemId: detail.item.id }, body: fromVersionId ? { fromVersionId } : {} }, (receipt) => {
      void message.success(text.item.drafted);
      onDone();
      void navigate(links.catalogueVersion(receipt.versionId));
    });
  };
  return (
    <>
      <Panel
        title={text.item.versions}
        extra={
          editor && !underWay ? (
            <Button size="small" loading={create.busy} onClick={() => begin()}>
              {text.item.newDraft}
            </Button>
          ) : null
        }
        flush
      >
        <ProblemAlert problem={create.problem} onRefresh={onDone} />
        <ul className="versions">
          {detail.versions.map((version) => (
            <li key={version.versionId} className={version.versionId === current ? 'is-current' : ''}>
              <Link to={links.catalogueVersion(version.versionId)}>
                <span>
                  {text.version(version.versionNumber)} <VersionStateTag state={version.state} planned={version.planEffectiveDate} />
                  {version.templateName ? <Tag title={version.templateName}>{text.template.mark}</Tag> : null}
                </span>
                <span className="faint small">
                  {version.publishedAt
                    ? `${text.item.published} ${formatDate(version.publishedAt)}`
                    : `${text.item.created} ${formatDate(version.createdAt)}`}
                </span>
              </Link>
              {editor && !underWay && version.versionId !== current && version.state === 'superseded' ? (
                <Tooltip title={text.item.rollback}>
                  <Button size="small" type="link" onClick={() => begin(version.versionId)}>
                    {text.item.newDraft}
                  </Button>
                </Tooltip>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      {detail.item.importFindings.length > 0 ? (
        <Panel title={text.item.importFindings}>
          <ul className="dots small">
            {detail.item.importFindings.map((finding) => (
              <li key={finding.code}>{finding.message}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {mayEdit.retire ? <Retire itemId={detail.item.id} onDone={onDone} /> : null}
    </>
  );
}

function Retire({ itemId, onDone }: { itemId: string; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(retireItem);
  const cases = useQuery({ queryKey: [countItemCases.id, itemId], enabled: open, queryFn: () => api.call(countItemCases, { params: { itemId } }) });
  const missing = useMissing({ 'item-retire-reason': reason.trim() === '' && sharedText.missing.write(text.item.retireReason) });
  return (
    <>
      <Button danger type="text" size="small" className="version__retire" onClick={() => setOpen(true)}>
        {text.item.retire}
      </Button>
      <Modal
        open={open}
        title={text.item.retireTitle}
        okText={text.item.retire}
        okButtonProps={{ danger: true }}
        confirmLoading={busy}
        onCancel={() => setOpen(false)}
        onOk={() => {
          if (!missing.check()) return;
          void run({ params: { itemId }, body: { reason: reason.trim() } }, () => {
            void message.success(text.item.retired);
            setOpen(false);
            onDone();
          });
        }}
      >
        <p className="muted">{text.item.retireLead}</p>
        {cases.data ? <p>{text.item.openCases(cases.data.open)}</p> : null}
        <ProblemAlert problem={problem} />
        <Input.TextArea
          id="item-retire-reason"
          rows={3}
          maxLength={500}
          aria-label={text.item.retireReason}
          placeholder={text.item.retireReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Lack text={missing.of('item-retire-reason')} />
      </Modal>
    </>
  );
}
