import type { BodyOf, Problem } from '@tongban/contract-kit';
import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { IdentityCard } from '@tongban/server/src/kernel/window-devices/contract.ts';
import type { createWindowDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { Form, Segmented, Select } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ReadCard } from '../../shared/devices/ReadCard.tsx';
import { today } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { judgeMobile, judgeName, judgeNumber, judgePerson, type Judged, type TypedApplicant } from './applicant.ts';
import { ApplicantField } from './ApplicantField.tsx';
import { ShareForApplicant } from './share/ShareForApplicant.tsx';
import { text } from './text.ts';
import { useKnownApplicant } from './use-known-applicant.ts';
import type { CalledTicket } from './use-ticket.ts';

const words = text.applicant;
const companyCode = '001';
const residentIdentity = '111';

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
  const [eager, setEager] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const change = (next: Partial<TypedApplicant>) => setTyped((before) => ({ ...before, ...next }));
  const number = judgeNumber(typed, today());
  const { known, looking } = useKnownApplicant(typed, number);
  const company = typed.kind === 'company';
  const name = judgeName(typed);
  const onFile = known?.mobileMasked ?? undefined;
  const mobile: Judged = onFile !== undefined && typed.mobile === '' ? { value: '', fault: undefined, note: words.onFile(onFile) } : judgeMobile(typed.mobile);
  const stranger = company && number.fault === undefined && !looking && known === null;
  const representative = judgePerson({ documentType: residentIdentity, documentNumber: typed.representativeNumber, name: typed.representativeName }, today());
  const faults: readonly (readonly [id: string, fault: string | undefined])[] = [
    ['document-number', number.fault], ['applicant-name', name.fault], ['applicant-mobile', mobile.fault],
    ...(stranger ? [['representative-name', representative.name.fault], ['representative-number', representative.number.fault]] as const : []),
  ];
  const focusOn = (id: string | undefined) => {
    if (id !== undefined) document.getElementById(id)?.focus();
    else form.current?.querySelector<HTMLElement>('.applicant-form__foot button')?.focus();
  };
  const goOn = (from: string) => {
    const behind = faults.slice(faults.findIndex(([id]) => id === from) + 1).find(([, fault]) => fault !== undefined);
    focusOn((behind ?? faults.find(([, fault]) => fault !== undefined))?.[0]);
  };

  const latestGoOn = useRef(goOn);
  useEffect(() => { latestGoOn.current = goOn; });
  // The name on file stays only as long as the number it belongs to.
  useEffect(() => {
    if (known) setTyped((before) => (before.name === '' || before.name === before.filledName ? { ...before, name: known.name, filledName: known.name } : before));
  }, [known, setTyped]);
  // Enter pressed before the number was looked up goes on when the answer is here.
  const answered = eager && !looking && (known === null || typed.name !== '');
  useEffect(() => {
    if (!answered) return;
    setEager(false);
    latestGoOn.current('document-number');
  }, [answered]);

  function takeCard(card: IdentityCard) {
    change({ kind: 'person', documentType: residentIdentity, documentNumber: card.number, name: card.name, filledName: '', mobile: '', readFrom: { documentNumber: card.number, name: card.name } });
    // The number is looked up as if it had been typed and Enter pressed.
    setEager(true);
  }
  function enter(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('role') === 'combobox') return;
    event.preventDefault();
    if (event.target.id === 'document-number' && looking) setEager(true);
    else goOn(event.target.id);
  }
  function begin() {
    setAttempted(true);
    const wrong = faults.find(([, fault]) => fault !== undefined);
    if (wrong) return focusOn(wrong[0]);
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
        {kinds.includes('person') ? <ReadCard onCard={takeCard} /> : null}
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
            onChange={(documentNumber) => setTyped((before) => ({ ...before, documentNumber, ...(before.name === before.filledName ? { name: '', filledName: '' } : {}) }))}
          />
          <ApplicantField {...field} id="applicant-name" label={company ? words.companyName : words.name} judged={name} value={typed.name} onChange={(value) => change({ name: value })} />
          <ApplicantField
            {...field} id="applicant-mobile" label={company ? words.companyMobile : words.mobile} judged={mobile} value={typed.mobile} code
            {...(onFile === undefined ? {} : { placeholder: onFile })} onChange={(value) => change({ mobile: value })}
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
