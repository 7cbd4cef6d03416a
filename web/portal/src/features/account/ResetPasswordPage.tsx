import { useMutation } from '@tanstack/react-query';
import { Button, Card, useToast } from '@tongban/ui';
import type { SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { resetPersonPassword } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { PersonForm } from './forms/PersonForm.tsx';
import type { PersonFields } from './forms/person-fields.ts';
import { usePersonForm } from './forms/usePersonForm.ts';
import { text } from './text.ts';
import './account.css';

export function ResetPasswordPage() {
  const form = usePersonForm(false);
  const navigate = useNavigate();
  const toast = useToast();
  const reset = useMutation({
    mutationFn: ({ documentType, documentNumber, mobile, code, password }: PersonFields) =>
      plainApi.call(resetPersonPassword, { body: { documentType, documentNumber, mobile, code, newPassword: password } }),
    onSuccess: () => { toast(text.reset.done); void navigate(links.signIn()); },
    onError: form.refuse,
  });
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const ready = form.check();
    if (ready && !reset.isPending) reset.mutate(ready);
    else focusFirstFault(event.currentTarget);
  }
  return (
    <Page title={text.reset.title} lead={text.reset.lead} trail={[{ to: links.signIn(), label: text.signIn.title }]} narrow>
      <Card className="account-card">
        <form className="stack" noValidate onSubmit={submit}>
          {reset.isError && <ProblemNotice error={reset.error} />}
          <PersonForm purpose="reset-password" fields={form.fields} faults={form.faults} onChange={form.change} />
          <Button type="submit" variant="primary" size="large" block busy={reset.isPending}>{text.reset.submit}</Button>
        </form>
      </Card>
    </Page>
  );
}
