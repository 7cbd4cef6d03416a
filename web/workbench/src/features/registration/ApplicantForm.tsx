import { useQueryClient } from '@tanstack/react-query';
import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import type { GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';
import { createWindowDraft, getDraft, listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { getDesk } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { registerFromTicket } from '@tongban/server/src/modules/halls/visits/contract.ts';
import { App, Form, Input, Segmented, Select, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { judgeMobile, judgeName, judgeNumber, type Judged, type TypedApplicant } from './applicant.ts';
import { text } from './text.ts';
import type { CalledTicket } from './use-ticket.ts';

const words = text.applicant;
const companyCode = '001';

/** Who stands at the counter: number, name and mobile, judged while they are typed; known already when a ticket was taken with a name. */
export function ApplicantForm({ guide, answers, ticket }: { guide: ItemGuide; answers: readonly GivenAnswer[]; ticket: CalledTicket | undefined }) {
  const kinds = (['person', 'company'] as const).filter((kind) => guide.elements.audiences.length === 0 || guide.elements.audiences.includes(kind));
  const [typed, setTyped, forget] = useTyped<TypedApplicant>(`registration.${guide.itemId}${ticket ? `.${ticket.ticketId}` : ''}`, firstApplicant(kinds, ticket));
  const [attempted, setAttempted] = useState(false);
  const { run, busy, problem } = useAction(createWindowDraft);
  const noting = useAction(registerFromTicket);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const change = (next: Partial<TypedApplicant>) => setTyped((before) => ({ ...before, ...next }));
  const number = judgeNumber(typed, today());
  const name = judgeName(typed);
  const mobile = judgeMobile(typed.mobile);
  const company = typed.kind === 'company';

  function begin() {
    setAttempted(true);
    const wrong = number.fault ? 'document-number' : name.fault ? 'applicant-name' : mobile.fault ? 'applicant-mobile' : undefined;
    if (wrong) return document.getElementById(wrong)?.focus();
    const applicant = {
      kind: typed.kind,
      name: name.value,
      documentType: company ? companyCode : typed.documentType,
      documentNumber: number.value,
      mobile: mobile.value,
    };
    void run({ body: { itemId: guide.itemId, guidance: [...answers], applicant } }, (draft) => {
      forget();
      client.setQueryData([getDraft.id, draft.id], draft);
      void client.invalidateQueries({ queryKey: [listDrafts.id] });
      if (ticket) void noteOn(ticket, draft.id);
      void navigate(links.registrationDraft(draft.id));
    });
  }
  async function noteOn({ windowId, ticketId, number: called }: CalledTicket, draftId: string) {
    const noted = await noting.run({ params: { windowId }, body: { ticketId, draftId } }, (desk) => { client.setQueryData([getDesk.id], desk); });
    if (!noted) void message.warning(words.notNoted(called));
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={begin} className="applicant-form">
      <p className="muted small applicant-form__hint">{words.hint}</p>
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
        <Field
          id="document-number"
          label={company ? words.creditCode : words.documentNumber}
          judged={number}
          value={typed.documentNumber}
          attempted={attempted}
          first
          onChange={(documentNumber) => change({ documentNumber })}
          code
        />
        <Field
          id="applicant-name"
          label={company ? words.companyName : words.name}
          judged={name}
          value={typed.name}
          attempted={attempted}
          onChange={(value) => change({ name: value })}
        />
        <Field
          id="applicant-mobile"
          label={company ? words.companyMobile : words.mobile}
          judged={mobile}
          value={typed.mobile}
          attempted={attempted}
          onChange={(value) => change({ mobile: value })}
          code
        />
      </div>
      <div className="applicant-form__foot">
        <p className="faint small">{words.note}</p>
        <PrimaryButton loading={busy} onPress={begin}>
          {words.begin}
        </PrimaryButton>
      </div>
    </Form>
  );
}

/** The holder of the ticket where the item is for persons; otherwise nobody yet. */
function firstApplicant(kinds: readonly TypedApplicant['kind'][], ticket: CalledTicket | undefined): TypedApplicant {
  const holder = kinds.includes('person') ? ticket?.holder : null;
  if (holder) return { kind: 'person', documentType: holder.documentType, documentNumber: holder.documentNumber, name: holder.name, mobile: holder.mobile ?? '' };
  return { kind: kinds[0] ?? 'person', documentType: '111', documentNumber: '', name: '', mobile: '' };
}

interface FieldProps {
  id: string;
  label: string;
  judged: Judged;
  value: string;
  attempted: boolean;
  onChange: (value: string) => void;
  /** Takes the focus when the form appears. */
  first?: boolean;
  code?: boolean;
}

/** An input judged when it is left, or at once after an attempt to go on. */
function Field({ id, label, judged, value, attempted, onChange, first = false, code = false }: FieldProps) {
  const [left, setLeft] = useState(false);
  const input = useRef<InputRef>(null);
  // What is still here may be of the person before: typing replaces it.
  useEffect(() => { if (first) input.current?.focus({ cursor: 'all' }); }, [first]);
  const told = attempted || (left && value !== '');
  const fault = told ? judged.fault : undefined;
  const note = judged.note && value !== '' ? judged.note : undefined;
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      {...(fault ? { validateStatus: 'error' as const, help: fault } : note ? { help: <span className="note-ok">{note}</span> } : {})}
    >
      <Input
        ref={input}
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        className={code ? 'number' : ''}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => setLeft(true)}
        onFocus={() => setLeft(false)}
      />
    </Form.Item>
  );
}
