import { useMutation } from '@tanstack/react-query';
import { Button, Card, Checkbox, useToast } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { registerPerson } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { enterSession } from '../../shared/session/session.ts';
import { PersonForm } from './forms/PersonForm.tsx';
import type { PersonFields } from './forms/person-fields.ts';
import { usePersonForm } from './forms/usePersonForm.ts';
import { safeBack } from './SignInPage.tsx';
import { text } from './text.ts';
import './account.css';

export function RegisterPersonPage() {
  const form = usePersonForm(true);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const register = useMutation({
    mutationFn: ({ name, documentType, documentNumber, mobile, code, password }: PersonFields) =>
      plainApi.call(registerPerson, { body: { name, documentType, documentNumber, mobile, code, password } }),
    onSuccess: (session) => {
      enterSession(session);
      toast(text.person.done);
      void navigate(safeBack(params.get('back')), { replace: true });
    },
    onError: form.refuse,
  });
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const ready = form.check();
    if (ready && agreed && !register.isPending) register.mutate(ready);
    else focusFirstFault(event.currentTarget);
  }
  return (
    <Page title={text.person.title} lead={text.person.lead} narrow>
      <Card className="account-card">
        <form className="stack" noValidate onSubmit={submit}>
          {register.isError && <ProblemNotice error={register.error} />}
          <PersonForm purpose="register" fields={form.fields} faults={form.faults} onChange={form.change} />
          <Checkbox checked={agreed} onChange={setAgreed} error={tried && !agreed ? text.person.needConsent : undefined}>{text.person.consent}</Checkbox>
          <Button type="submit" variant="primary" size="large" block busy={register.isPending}>{text.person.submit}</Button>
        </form>
        <p className="account-links"><Link to={links.signIn(params.get('back') ?? undefined)}>{text.person.toSignIn}</Link></p>
      </Card>
    </Page>
  );
}
