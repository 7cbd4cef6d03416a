import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, Dialog, Tabs, TextArea, useToast, type Tone } from '@tongban/ui';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import {
  acceptMandate, declineMandate, listMandates, listMandateUses, revokeMandate, type Mandate,
} from '@tongban/server/src/kernel/identity/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { useDictionary } from '../../shared/items/dictionary.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { refreshSession } from '../../shared/session/session.ts';
import { GrantDialog } from './GrantDialog.tsx';
import { PagedList } from './PagedList.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.mandates;
const key = ['identity.list-mandates'];

const tones: Record<Mandate['state'], Tone> = { offered: 'warning', accepted: 'success', declined: 'neutral', revoked: 'neutral', expired: 'neutral' };

function useChanged() {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: key }), refreshSession()]);
}

function RevokeDialog({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const changed = useChanged();
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => api.call(revokeMandate, { params: { mandateId: mandate.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => { await changed(); toast(t.revoked); onClose(); },
  });
  return (
    <Dialog
      open title={t.revokeTitle} onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>{t.confirm}</Button>
        </>
      )}
    >
      <div className="stack stack--tight">
        {revoke.isError && <ProblemNotice error={revoke.error} />}
        <p>{t.revokeLead}</p>
        <TextArea label={t.reason} optional value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}

function UsesDialog({ mandate, onClose }: { mandate: Mandate; onClose: () => void }) {
  return (
    <Dialog open title={t.records} onClose={onClose} wide>
      <PagedList
        queryKey={['identity.list-mandate-uses', mandate.id]} unit={text.dataUse.unit} empty={{ title: t.noRecords, detail: '' }}
        load={(page) => api.call(listMandateUses, { params: { mandateId: mandate.id }, query: page })}
      >
        {(uses) => <ul className="space-list">{uses.map((use) => <li key={use.at + use.objectId} className="space-row"><span>{use.action}</span><span className="muted">{use.agentName}，{formatDateTime(use.at)}</span></li>)}</ul>}
      </PagedList>
    </Dialog>
  );
}

function MandateRow({ mandate, side }: { mandate: Mandate; side: 'granted' | 'received' }) {
  const [dialog, setDialog] = useState<'revoke' | 'uses'>();
  const taskType = useDictionary('task-type');
  const changed = useChanged();
  const toast = useToast();
  const answer = useMutation({
    mutationFn: (accept: boolean) => api.call(accept ? acceptMandate : declineMandate, { params: { mandateId: mandate.id } }),
    onSuccess: async (_mandate, accept) => { await changed(); toast(accept ? t.accepted : t.declined); },
  });
  const { abilities } = mandate;
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title">
          {side === 'granted' ? `${t.agent}：${mandate.agent.name}` : `${t.principal}：${mandate.principal.name}`}
          <Badge tone={tones[mandate.state]}>{t.states[mandate.state]}</Badge>
        </p>
        {side === 'granted' && <p>{t.principal}：{mandate.principal.name}</p>}
        <p className="muted">{t.scope}：{mandate.itemCategories ? mandate.itemCategories.map((code) => taskType(code) || code).join('、') : t.allItems}</p>
        <p className="muted">
          {mandate.validUntil ? t.range(formatDate(mandate.validFrom), formatDate(mandate.validUntil)) : t.since(formatDate(mandate.validFrom))}
          ，{t.uses(mandate.useCount)}{mandate.lastUsedAt && `，${t.lastUse(formatDateTime(mandate.lastUsedAt))}`}
        </p>
        {answer.isError && <ProblemNotice error={answer.error} />}
      </div>
      <div className="tb-button-row">
        {abilities.accept && <Button variant="primary" busy={answer.isPending} onClick={() => answer.mutate(true)}>{t.accept}</Button>}
        {abilities.decline && <Button busy={answer.isPending} onClick={() => answer.mutate(false)}>{t.decline}</Button>}
        {mandate.useCount > 0 && <Button onClick={() => setDialog('uses')}>{t.records}</Button>}
        {abilities.revoke && <Button variant="danger" onClick={() => setDialog('revoke')}>{side === 'granted' ? t.revoke : t.resign}</Button>}
      </div>
      {dialog === 'revoke' && <RevokeDialog mandate={mandate} onClose={() => setDialog(undefined)} />}
      {dialog === 'uses' && <UsesDialog mandate={mandate} onClose={() => setDialog(undefined)} />}
    </li>
  );
}

function MandateList({ side }: { side: 'granted' | 'received' }) {
  const mandates = useQuery({ queryKey: [...key, side], queryFn: () => api.call(listMandates, { query: { side } }) });
  return (
    <Answer query={mandates}>
      {(data) => (data.items.length === 0
        ? <p>{side === 'granted' ? t.noneGranted : t.noneReceived}</p>
        : <ul className="space-list">{data.items.map((mandate) => <MandateRow key={mandate.id} mandate={mandate} side={side} />)}</ul>)}
    </Answer>
  );
}

/** Who may act for me and for whom I may act. */
export function MandatesPart() {
  const [granting, setGranting] = useState(false);
  return (
    <SpacePart
      title={text.parts.mandates} lead={t.lead}
      aside={<Button variant="primary" icon={<UserPlus size={20} aria-hidden="true" />} onClick={() => setGranting(true)}>{t.grant}</Button>}
    >
      <Card>
        <Tabs
          label={text.parts.mandates}
          tabs={[
            { id: 'granted', label: t.granted, panel: <MandateList key="granted" side="granted" /> },
            { id: 'received', label: t.received, panel: <MandateList key="received" side="received" /> },
          ]}
        />
      </Card>
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
    </SpacePart>
  );
}
