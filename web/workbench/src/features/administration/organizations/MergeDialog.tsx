import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Organization } from '@tongban/server/src/kernel/organization/contract.ts';
import { listMergers, mergeOrganization, previewMerger } from '@tongban/server/src/kernel/organization/merging/merging.contract.ts';
import { Alert, App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { Facts, Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.organizations.merging;

type Part = { name: string; label: string; count: number };

function Parts({ parts }: { parts: readonly Part[] }) {
  const moving = parts.filter(({ count }) => count > 0);
  return moving.length === 0 ? <p className="muted">{words.nothing}</p> : <Facts columns={2} items={moving.map(({ label, count }) => ({ label, value: <b className="number">{words.count(count)}</b> }))} />;
}

/** Merges an organisation into another: shows by kind what would move, and asks for the reason and a second look (ORG-01). */
export function MergeDialog({ organization, onClose, onMerged }: { organization: Organization; onClose: () => void; onMerged: (intoId: string) => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [into, setInto] = useState<{ id: string; name: string }>();
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const preview = useQuery({
    queryKey: [previewMerger.id, organization.id, into?.id], enabled: into !== undefined, retry: false, queryFn: () => api.call(previewMerger, { params: { organizationId: organization.id }, query: { into: into?.id ?? '' } }),
  });
  const { run, busy, problem } = useAction(mergeOrganization);
  const missing = useMissing({ 'merge-into': into === undefined && words.needInto, 'merge-reason': reason.trim().length < 5 && words.needReason, 'merge-seen': !seen && words.needSeen });
  const send = () => {
    if (!missing.check() || !into || !preview.data) return;
    void run({ params: { organizationId: organization.id }, body: { into: into.id, revision: preview.data.revision, reason: reason.trim() } }, () => {
      void message.success(words.done(organization.name, into.name));
      // Not what would move: there is nothing more of it to ask for.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== previewMerger.id });
      onClose();
      onMerged(into.id);
    });
  };
  return (
    <Modal open title={words.title(organization.name)} okText={words.run} okButtonProps={{ danger: true }} cancelText={words.cancel} confirmLoading={busy} onOk={send} onCancel={onClose} width={600}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={problem} onRefresh={() => { void preview.refetch(); }} />
      <div className="merge-field">
        <label htmlFor="merge-into">{words.into}</label>
        <OrganizationPicker id="merge-into" value={into?.id} onChange={(next) => { setInto(next); setSeen(false); }} />
        <Lack text={missing.of('merge-into')} />
      </div>
      {into === undefined ? null : (
        <div className="merge-field">
          <b>{words.moves(into.name)}</b>
          <QueryState query={preview} lines={3}>{({ parts }) => <Parts parts={parts} />}</QueryState>
          <Alert type="warning" showIcon title={words.cannotUndo} />
        </div>
      )}
      <div className="merge-field">
        <label htmlFor="merge-reason">{words.reason}</label>
        <Input.TextArea id="merge-reason" rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        <Lack text={missing.of('merge-reason')} />
      </div>
      <Checkbox id="merge-seen" checked={seen} onChange={({ target }) => setSeen(target.checked)}>{words.seen}</Checkbox>
      <Lack text={missing.of('merge-seen')} />
    </Modal>
  );
}

/** What came to an organisation, or went from it, by mergers. */
export function MergerHistory({ organizationId }: { organizationId: string }) {
  const { data } = useQuery({ queryKey: [listMergers.id], queryFn: async () => (await api.call(listMergers, {})).items });
  const own = (data ?? []).filter(({ from, to }) => from.id === organizationId || to.id === organizationId);
  if (own.length === 0) return null;
  return (
    <Panel title={words.history}>
      {own.map((one) => (
        <section key={one.id} aria-label={words.went(one.from.name, one.to.name)}>
          <p><b>{words.went(one.from.name, one.to.name)}</b>　<span className="muted small">{formatMoment(one.at)}　{one.by}　{one.reason}</span></p>
          <Parts parts={one.parts} />
        </section>
      ))}
    </Panel>
  );
}
