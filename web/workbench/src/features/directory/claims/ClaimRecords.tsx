import { claimStates, decideClaims, listClaims, withdrawClaim, type Claim, type ClaimState } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { useOutcome } from './Outcome.tsx';

const words = text.claims;
const titles = words.columns;
const tones: Record<ClaimState, Tone> = { pending: 'todo', confirmed: 'done', refused: 'neutral', withdrawn: 'neutral', ended: 'neutral' };

interface Choice { chosen: ReadonlySet<string>; choose: (id: string, on: boolean) => void; withdraw: (claim: Claim) => void; enabled: boolean }

function columnsFor({ chosen, choose, withdraw, enabled }: Choice): Column<Claim>[] {
  const select: Column<Claim> = {
    key: 'choose', title: '', width: '2.5rem', fixed: true,
    render: (row) => (row.abilities.confirm ? <Checkbox id={choiceId(row.id)} aria-label={words.choose(row.entry.name)} checked={chosen.has(row.id)} onChange={(event) => choose(row.id, event.target.checked)} /> : null),
  };
  return [
    ...(enabled ? [select] : []),
    { key: 'entry', title: titles.entry, render: (row) => <><span className="list__strong">{row.entry.name}</span> <span className="faint small number">{row.entry.code}</span></> },
    { key: 'claim', title: titles.claim, width: '8.5rem', render: (row) => <>{row.organization.name} {row.organization.closed ? <Tag tone="danger">{words.closed}</Tag> : null}</> },
    { key: 'kind', title: titles.kind, width: '7rem', render: (row) => words.kinds[row.kind] },
    { key: 'state', title: titles.state, width: '5.5rem', render: (row) => <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag> },
    { key: 'item', title: titles.item, width: '12rem', render: (row) => (row.item ? <Link to={links.catalogueVersion(row.item.latestVersionId)}>{row.item.name}</Link> : '') },
    { key: 'by', title: titles.by, width: '10rem', render: (row) => <>{row.claimedByName} <span className="faint small number">{formatMoment(row.claimedAt)}</span></> },
    {
      key: 'reason', title: titles.reason, width: '9rem',
      render: (row) => <span title={[row.reason, row.decisionReason].filter(Boolean).join('；')}>{[row.reason, row.decisionReason].filter(Boolean).join('；')}</span>,
    },
    {
      key: 'actions', title: '', width: '4.5rem', fixed: true,
      render: (row) => (row.abilities.withdraw ? <Button type="link" size="small" onClick={() => withdraw(row)}>{words.withdraw}</Button> : null),
    },
  ];
}

const choiceId = (claim: string): string => `claim-${claim}`;

/** Claims that were made: confirmed or sent back in batches by who reviews them (CAT-03). */
export function ClaimRecords() {
  const [filters, setFilters] = useFilters(['state', 'entryId', 'closed']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<{ kind: 'refuse' } | { kind: 'withdraw'; claim: Claim }>();
  const mayReview = useHolds('directory.claim.review');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const tell = useOutcome();
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(decideClaims);
  const state = claimStates.find((one) => one === filters.state);
  const query = { ...(state ? { state } : {}), ...(filters.entryId ? { entryId: filters.entryId } : {}), ...(filters.closed ? { closedDepartment: true } : {}) };
  const paged = useListed(listClaims, query);
  const open = paged.rows.filter(({ abilities }) => abilities.confirm);
  const picked = open.filter(({ id }) => chosen.has(id)).slice(0, 100);
  const firstChoice = choiceId(open[0]?.id ?? '');
  const missing = useMissing({ [firstChoice]: picked.length === 0 && (open.length === 0 ? words.noneToDecide : words.needChoice) });
  const decide = (decision: 'confirm' | 'refuse', reason?: string) => {
    void run({ body: { decision, rows: picked.map(({ id, version }) => ({ claimId: id, version })), ...(reason ? { reason } : {}) } }, ({ results }) => {
      tell(results, picked.map(({ entry }) => entry.name), decision === 'confirm' ? words.confirmed : words.refused);
      setChosen(new Set());
      setDialog(undefined);
      refresh();
    });
  };
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={titles.state} any={words.filter.standing} value={state} width={120}
          options={claimStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })}
        />
        <Checkbox checked={filters.closed !== undefined} onChange={(event) => setFilters({ closed: event.target.checked ? 'yes' : undefined })}>{words.filter.closed}</Checkbox>
        {filters.entryId ? <Button type="link" onClick={() => setFilters({ entryId: undefined })}>{text.filter.reset}</Button> : null}
        <span className="grow" />
        {mayReview ? (
          <span className="batch">
            {picked.length > 0 ? <span className="muted small">{words.chosen(picked.length)}</span> : <Lack text={missing.of(firstChoice)} />}
            <Button disabled={open.length === 0} onClick={() => setChosen(new Set(open.slice(0, 100).map(({ id }) => id)))}>{words.chooseAll}</Button>
            <Button danger onClick={() => { if (missing.check()) setDialog({ kind: 'refuse' }); }}>{words.refuse}</Button>
            <Button type="primary" loading={busy} onClick={() => { if (missing.check()) decide('confirm'); }}>{words.confirm}</Button>
          </span>
        ) : null}
      </div>
      <ProblemAlert problem={problem} onRefresh={refresh} />
      <ListFrame
        label={words.views.records}
        columns={columnsFor({
          chosen, enabled: mayReview, withdraw: (claim) => setDialog({ kind: 'withdraw', claim }),
          choose: (id, on) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
        })}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="80rem"
        onOpen={(row) => {
          void navigate(links.directoryEntry(row.entry.id));
        }}
        empty={words.emptyRecords}
      />
      {dialog?.kind === 'refuse' ? <ReasonDialog title={words.refuseTitle(picked.length)} kept="refuse" busy={busy} onClose={() => setDialog(undefined)} onSend={(reason) => decide('refuse', reason)} /> : null}
      {dialog?.kind === 'withdraw' ? (
        <WithdrawDialog
          claim={dialog.claim}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            setDialog(undefined);
            void message.success(words.withdrawn);
            refresh();
          }}
        />
      ) : null}
    </>
  );
}

interface ReasonDialogProps { title: string; kept: string; busy: boolean; onClose: () => void; onSend: (reason: string) => void }

function ReasonDialog({ title, kept, busy, onClose, onSend }: ReasonDialogProps) {
  const [reason, setReason] = useTyped(`directory.claims.${kept}`, '');
  const missing = useMissing({ 'claims-reason': reason.trim().length < 2 && sharedText.missing.write(words.reason) });
  return (
    <Modal open title={title} onCancel={onClose} okText={text.confirm} cancelText={text.cancel} confirmLoading={busy} onOk={() => { if (missing.check()) onSend(reason.trim()); }} width={480}>
      <label htmlFor="claims-reason">{words.reason}</label>
      <Input.TextArea id="claims-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Lack text={missing.of('claims-reason')} />
    </Modal>
  );
}

function WithdrawDialog({ claim, onClose, onDone }: { claim: Claim; onClose: () => void; onDone: () => void }) {
  const { run, busy, problem } = useAction(withdrawClaim);
  return (
    <>
      <ProblemAlert problem={problem} />
      <ReasonDialog
        title={words.withdrawTitle}
        kept={`withdraw.${claim.id}`}
        busy={busy}
        onClose={onClose}
        onSend={(reason) => {
          void run({ params: { claimId: claim.id }, body: { version: claim.version, reason } }, onDone);
        }}
      />
    </>
  );
}
