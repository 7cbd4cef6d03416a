import type { BodyOf, Problem } from '@tongban/contract-kit';
import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { createWindowDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { Form, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { ReadCard } from '../../shared/devices/ReadCard.tsx';
import { today } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { judgeName, judgeNumber, judgePerson, type TypedApplicant } from './applicant.ts';
import { ApplicantField } from './ApplicantField.tsx';
import { ShareForApplicant } from './share/ShareForApplicant.tsx';
import { text } from './text.ts';
import { residentIdentity, typedFromCard, useEnter, useOnFile, withNumber, type Faults } from './use-look-up.ts';
import type { CalledTicket } from './use-ticket.ts';

const words = text.applicant;
const companyCode = '001';

export type CounterApplicant = BodyOf<typeof createWindowDraft>['applicant'];

interface ApplicantFormProps {
  /** Whom the item or bundle is for. */
  kinds: readonly TypedApplicant['kind'][];
  /** Under which what was typed is kept in this tab. */
  keep: string;
  ticket: CalledTicket | undefined;
  busy: boolean;
  problem: Problem | undefined;
  /** `forget` lets go of what was typed, once it has become a draft; `shareId`: the share code by which the applicant was filled in. */
  onBegin: (applicant: CounterApplicant, forget: () => void, shareId?: string) => void;
}

/**
 * Who stands at the counter: number, name and mobile, judged while they are typed; known already when a ticket was taken
 * with a name, or when the number is on file. Enter leads from what is missing to what is missing.
 */
export function ApplicantForm({ kinds, keep, ticket, busy, problem, onBegin }: ApplicantFormProps) {
  const [typed, setTyped, forget] = useTyped<TypedApplicant>(keep, firstApplicant(kinds, ticket));
  const [attempted, setAttempted] = useState(false);
  const [shareId, setShareId] = useState<string>();
  const form = useRef<HTMLDivElement>(null);
  const change = (next: Partial<TypedApplicant>) => setTyped((before) => ({ ...before, ...next }));
  const number = judgeNumber(typed, today());
  const { known, looking, mobile, mobileOnFile } = useOnFile(typed, setTyped, typed.kind, number);
  const company = typed.kind === 'company';
  const name = judgeName(typed);
  const stranger = company && number.fault === undefined && !looking && known === null;
  const representative = judgePerson({ documentType: residentIdentity, documentNumber: typed.representativeNumber, name: typed.representativeName }, today());
  const faults: Faults = [
    ['document-number', number.fault], ['applicant-name', name.fault], ['applicant-mobile', mobile.fault],
    ...(stranger ? [['representative-name', representative.name.fault], ['representative-number', representative.number.fault]] as const : []),
  ];
  const { enter, waitForAnswer } = useEnter({
    faults, looking, answered: known === null || typed.name !== '', onward: () => form.current?.querySelector<HTMLElement>('.applicant-form__foot button')?.focus(),
  });
  function begin() {
    setAttempted(true);
    const wrong = faults.find(([, fault]) => fault !== undefined);
    if (wrong) return document.getElementById(wrong[0])?.focus();
    onBegin({
      kind: typed.kind, name: name.value, documentType: company ? companyCode : typed.documentType, documentNumber: number.value,
      ...(mobile.value ? { mobile: mobile.value } : {}),
      ...(company ? {} : { identifiedBy: typed.readFrom?.documentNumber === number.value && typed.readFrom.name === name.value ? 'card' as const : 'sight' as const }),
      ...(stranger ? { representative: { name: representative.name.value, documentType: residentIdentity, documentNumber: representative.number.value } } : {}),
    }, forget, shareId);
  }
  const field = { attempted };
  return (
    <Form layout="vertical" requiredMark={false} component="div" className="applicant-form">
      <div className="applicant-form__scan">
        <ShareForApplicant onFill={({ kind, documentType, documentNumber, name: shared, mobile: called }, id) => {
          setShareId(id);
          change({ kind, documentType: kind === 'company' ? typed.documentType : documentType, documentNumber, name: shared, filledName: '', mobile: called ?? '', readFrom: null });
        }} />
        <span className="muted small">{words.hint}</span>
      </div>
      <div ref={form} onKeyDown={enter}>
        {kinds.includes('person') ? <ReadCard onCard={(card) => { change({ kind: 'person', ...typedFromCard(card) }); waitForAnswer(); }} /> : null}
        <ProblemAlert
          problem={problem}
          labels={{
            'applicant.documentNumber': words.documentNumber,
            'applicant.name': words.name,
            'applicant.mobile': words.mobile,
            documentNumber: words.documentNumber,
            name: words.name,
            mobile: words.mobile,
          }}
        />
        {kinds.length > 1 ? (
          <Form.Item label={words.kind}>
            <Segmented<TypedApplicant['kind']>
              value={typed.kind}
              options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
              onChange={(kind) => change({ kind, documentNumber: '' })}
            />
          </Form.Item>
        ) : null}
        <div className="applicant-form__row">
          {company ? null : (
            <Form.Item label={words.documentType} htmlFor="document-type">
              <Select
                id="document-type"
                value={typed.documentType}
                onChange={(documentType) => change({ documentType })}
                options={Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
          )}
          <ApplicantField
            {...field} id="document-number" label={company ? words.creditCode : words.documentNumber} judged={number} value={typed.documentNumber} first code
            onChange={(documentNumber) => setTyped((before) => withNumber(before, documentNumber))}
          />
          <ApplicantField {...field} id="applicant-name" label={company ? words.companyName : words.name} judged={name} value={typed.name} onChange={(value) => change({ name: value })} />
          <ApplicantField
            {...field} id="applicant-mobile" label={company ? words.companyMobile : words.mobile} judged={mobile} value={typed.mobile} code
            {...(mobileOnFile === undefined ? {} : { placeholder: mobileOnFile })} onChange={(value) => change({ mobile: value })}
          />
          {stranger ? (
            <>
              <ApplicantField {...field} id="representative-name" label={words.representativeName} judged={representative.name} value={typed.representativeName} onChange={(value) => change({ representativeName: value })} />
              <ApplicantField {...field} id="representative-number" label={words.representativeNumber} judged={representative.number} value={typed.representativeNumber} code onChange={(value) => change({ representativeNumber: value })} />
            </>
          ) : null}
        </div>
        <div className="applicant-form__foot">
          <p className="faint small">{words.note}　<kbd>Enter</kbd> {words.enter}</p>
          <PrimaryButton loading={busy} onPress={begin}>
            {words.begin}
          </PrimaryButton>
        </div>
      </div>
    </Form>
  );
}

/** The holder of the ticket where the item is for persons; otherwise nobody yet. */
function firstApplicant(kinds: readonly TypedApplicant['kind'][], ticket: CalledTicket | undefined): TypedApplicant {
  const holder = kinds.includes('person') ? ticket?.holder : null;
  const nobody: TypedApplicant = { kind: kinds[0] ?? 'person', documentType: residentIdentity, documentNumber: '', name: '', filledName: '', mobile: '', representativeName: '', representativeNumber: '', readFrom: null };
  return holder ? { ...nobody, kind: 'person', documentType: holder.documentType, documentNumber: holder.documentNumber, name: holder.name, mobile: holder.mobile ?? '' } : nobody;
}
