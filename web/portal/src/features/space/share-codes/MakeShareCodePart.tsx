import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, CheckboxGroup, FieldError, SelectField, TextField } from '@tongban/ui';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { listItemDepartments } from '@tongban/server/src/modules/catalog/contract.ts';
import { composeConsent } from '@tongban/server/src/modules/sharing/consent-words.contract.ts';
import { listShareable, listShares, makeShare, mostMinutes, mostThings, type ShareableFile, type ShareableLicence } from '@tongban/server/src/modules/sharing/contract.ts';
import { api, plainApi } from '../../../shared/api.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../../shared/layout/focus-first-fault.ts';
import { links } from '../../../shared/links.ts';
import { RequireAccount } from '../../../shared/session/RequireAccount.tsx';
import type { Account } from '../../../shared/session/session.ts';
import { SpacePart } from '../SpacePart.tsx';
import { text } from '../text.ts';
import { FileChoice } from './FileChoice.tsx';
import { ItemChoice, type ChosenItem } from './ItemChoice.tsx';
import { keepCode } from './kept-code.ts';
import './share-codes.css';

const t = text.shareCodes;

interface Choice {
  licenceIds: readonly string[];
  files: readonly ShareableFile[];
  purpose: string;
  item: ChosenItem | null;
  organizationId: string;
  minutes: number;
  agreed: boolean;
}

function faultsOf({ licenceIds, files, purpose, agreed }: Choice) {
  const count = licenceIds.length + files.length;
  return {
    ...(count === 0 ? { things: t.needThings } : count > mostThings ? { things: t.tooMany(mostThings) } : {}),
    ...(purpose.trim().length < 2 ? { purpose: t.needPurpose } : {}),
    ...(agreed ? {} : { agreed: t.needConsent }),
  };
}

function Form({ account, licences, minutes: usual }: { account: Account; licences: readonly ShareableLicence[]; minutes: number }) {
  const [choice, setChoice] = useState<Choice>({ licenceIds: [], files: [], purpose: t.usualPurpose, item: null, organizationId: '', minutes: usual, agreed: false });
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const departments = useQuery({ queryKey: [listItemDepartments.id], queryFn: () => plainApi.call(listItemDepartments, { query: {} }), staleTime: 10 * 60_000, meta: { public: true } });
  const offices = departments.data?.departments ?? [];
  const faults = faultsOf(choice);
  const shown: Partial<Record<'things' | 'purpose' | 'agreed', string>> = tried ? faults : {};
  // Other words are another consent.
  const set = (change: Partial<Choice>) => setChoice({ ...choice, agreed: false, ...change });
  const { actingFor } = account.session;
  const purpose = choice.purpose.normalize('NFC').trim();
  const consent = composeConsent({
    subject: actingFor ? { kind: actingFor.kind, name: actingFor.name } : { kind: 'person', name: account.name }, agentName: actingFor ? account.name : null,
    licences: choice.licenceIds.flatMap((id) => licences.find((licence) => licence.id === id) ?? []), files: choice.files, purpose,
    itemName: choice.item?.name ?? null, organizationName: offices.find(({ id }) => id === choice.organizationId)?.name ?? null, minutes: choice.minutes,
  });
  const make = useMutation({
    mutationFn: () => api.call(makeShare, {
      body: {
        licenceIds: [...choice.licenceIds], files: choice.files.map(({ caseId, fileId }) => ({ caseId, fileId })), purpose, itemId: choice.item?.id ?? null,
        organizationId: choice.organizationId || null, minutes: choice.minutes, consent,
      },
    }),
    onSuccess: (made) => {
      keepCode(made);
      void client.invalidateQueries({ queryKey: [listShares.id] });
      void navigate(links.shareCode(made.share.id), { replace: true });
    },
  });
  function submit() {
    setTried(true);
    if (Object.keys(faults).length === 0) make.mutate();
    else if (form.current) focusFirstFault(form.current);
  }
  return (
    <div className="stack" ref={form}>
      <Card title={t.what}>
        <div className="stack">
          {licences.length === 0 ? <p className="muted">{t.noLicences}</p> : (
            <CheckboxGroup
              label={t.licences} value={choice.licenceIds} error={choice.files.length === 0 && shown.things}
              options={licences.map(({ id, name, number, issuerName, validTo }) => ({ value: id, label: name, hint: t.licenceHint(number, issuerName, validTo === null ? null : formatDate(validTo)) }))}
              onChange={(licenceIds) => set({ licenceIds })}
            />
          )}
          <FileChoice chosen={choice.files} onChange={(files) => set({ files })} />
          {shown.things !== undefined && (licences.length === 0 || choice.files.length > 0) && <FieldError>{shown.things}</FieldError>}
        </div>
      </Card>
      <Card title={t.whatFor}>
        <div className="stack">
          <TextField label={t.purpose} value={choice.purpose} maxLength={100} error={shown.purpose} autoComplete="off" onChange={(event) => set({ purpose: event.target.value })} />
          <ItemChoice item={choice.item} onChange={(item) => set({ item })} />
          <SelectField
            label={t.organization} hint={t.organizationHint} optional value={choice.organizationId} onChange={(event) => set({ organizationId: event.target.value })}
            options={[{ value: '', label: t.anyOrganization }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <SelectField
            label={t.minutes} value={String(choice.minutes)} onChange={(event) => set({ minutes: Number(event.target.value) })}
            options={[...new Set([5, 10, 30, mostMinutes, usual])].sort((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: t.minutesOf(minutes) }))}
          />
        </div>
      </Card>
      <Card title={t.consent}>
        <p className="share-consent">{consent}</p>
        <Checkbox checked={choice.agreed} error={shown.agreed} onChange={(agreed) => setChoice({ ...choice, agreed })}>{t.agree}</Checkbox>
        {make.isError && <ProblemNotice error={make.error} />}
        <div className="tb-button-row">
          <Button variant="primary" size="large" busy={make.isPending} onClick={submit}>{t.makeNow}</Button>
        </div>
      </Card>
    </div>
  );
}

/** Chooses what to share, for what and with whom, reads what is agreed to, and makes the code (INT-09). */
export function MakeShareCodePart() {
  const found = useQuery({ queryKey: [listShareable.id], queryFn: () => api.call(listShareable, {}), staleTime: 0 });
  return (
    <RequireAccount>
      {(account) => (
        <SpacePart title={t.make} lead={t.makeLead}>
          <Answer query={found} lines={8}>{({ items, minutes }) => <Form account={account} licences={items} minutes={minutes} />}</Answer>
        </SpacePart>
      )}
    </RequireAccount>
  );
}
