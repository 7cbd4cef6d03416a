import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Disclosure, TextField } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import { listDemoAccounts, signInPerson, type Session } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { text } from './text.ts';

function DemoAccounts({ onChoose }: { onChoose: (account: string, password: string) => void }) {
  const { data } = useQuery({ queryKey: ['identity.list-demo-accounts'], queryFn: () => plainApi.call(listDemoAccounts, {}), staleTime: Infinity });
  const people = data?.items.filter((one) => one.kind === 'person') ?? [];
  if (people.length === 0) return null;
  return (
    <Disclosure title={text.signIn.demoTitle}>
      <p>{text.signIn.demoLead}</p>
      <ul className="demo-accounts">
        {people.map((one) => (
          <li key={one.accountName}>
            <Button onClick={() => onChoose(one.accountName, one.password)}>{text.signIn.demoUse(one.name)}</Button>
            <span>{one.description}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Signs a person in; the page and the dialog that opens when a session has ended take over the session their own way. */
export function SignInForm({ onDone, focus = false }: { onDone: (session: Session) => void; focus?: boolean }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () => plainApi.call(signInPerson, { body: { account: account.trim(), password } }),
    onSuccess: onDone,
  });
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!account.trim() || !password) focusFirstFault(event.currentTarget);
    else if (!signIn.isPending) signIn.mutate();
  }
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      {signIn.isError && <ProblemNotice error={signIn.error} />}
      <TextField
        label={text.signIn.account} value={account} onChange={(event) => setAccount(event.target.value)}
        autoComplete="username" maxLength={60} autoFocus={focus} error={tried && !account.trim() ? text.signIn.needAccount : undefined}
      />
      <TextField
        label={text.signIn.password} type="password" value={password} onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password" maxLength={128} error={tried && !password ? text.signIn.needPassword : undefined}
      />
      <Button type="submit" variant="primary" size="large" block busy={signIn.isPending}>{text.signIn.submit}</Button>
      <DemoAccounts onChoose={(name, secret) => { setAccount(name); setPassword(secret); }} />
    </form>
  );
}
