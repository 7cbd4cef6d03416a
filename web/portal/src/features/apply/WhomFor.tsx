import { useMutation } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { Button, Card, Notice, RadioGroup } from '@tongban/ui';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { actFor, type ActingChoice } from '@tongban/server/src/kernel/identity/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { enterSession, type Account } from '../../shared/session/session.ts';
import { text } from './text.ts';

const t = text.start;
const myself = 'myself';

/** Asks in whose name to apply, switches to that name and begins the draft. */
export function WhomFor({ ownAllowed, choices, account, begin, children }: {
  ownAllowed: boolean;
  choices: readonly ActingChoice[];
  account: Account;
  begin: (idempotencyKey: string) => Promise<{ id: string }>;
  children: ReactNode;
}) {
  const navigate = useNavigate();
  const key = useRef(createKey());
  const current = account.session.actingFor?.mandateId;
  const [whom, setWhom] = useState(choices.some((one) => one.mandateId === current) ? current : ownAllowed ? myself : choices[0]?.mandateId);
  const start = useMutation({
    mutationFn: async (chosen: string) => {
      const mandateId = chosen === myself ? null : chosen;
      if ((account.session.actingFor?.mandateId ?? null) !== mandateId) enterSession(await api.call(actFor, { body: { mandateId } }));
      return begin(`${key.current}-${chosen}`);
    },
    onSuccess: (draft) => void navigate(links.draft(draft.id), { replace: true }),
  });
  if (!ownAllowed && choices.length === 0) {
    return (
      <Notice
        tone="warning" title={t.companiesOnly}
        actions={<><ButtonLink variant="primary" to={links.register('company')}>{t.registerCompany}</ButtonLink><ButtonLink to={links.space('mandates')}>{t.mandates}</ButtonLink></>}
      >
        <p>{t.noCompany}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      {children}
      <Card>
        <form
          className="stack"
          onSubmit={(event) => { event.preventDefault(); if (whom && !start.isPending) start.mutate(whom); }}
        >
          <RadioGroup
            label={<span className="form-heading">{t.forWhom}</span>} hint={t.forWhomHint} value={whom} onChange={setWhom}
            options={[
              ...(ownAllowed ? [{ value: myself, label: t.myself(account.name) }] : []),
              ...choices.map((choice) => ({
                value: choice.mandateId, label: choice.name,
                hint: choice.basis === 'legal-representative' ? t.representative : t.agent(choice.validUntil ? formatDate(choice.validUntil) : undefined),
              })),
            ]}
          />
          {start.isError && <ProblemNotice error={start.error} />}
          <div><Button type="submit" variant="primary" size="large" busy={start.isPending}>{t.submit}</Button></div>
        </form>
      </Card>
    </div>
  );
}
