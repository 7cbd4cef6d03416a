import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Notice, TextField, useToast } from '@tongban/ui';
import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { useState, type SubmitEvent } from 'react';
import { listOwnCompanies, registerCompany } from '@tongban/server/src/kernel/identity/contract.ts';
import { api, issuesByPath, problemOf } from '../../shared/api.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { refreshSession, useSession } from '../../shared/session/session.ts';
import { text } from './text.ts';
import './account.css';

const companiesKey = ['identity.list-own-companies'];

function CompanyForm() {
  const [name, setName] = useState('');
  const [creditCode, setCreditCode] = useState('');
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const toast = useToast();
  const code = checkUnifiedSocialCreditCode(creditCode);
  const register = useMutation({
    mutationFn: (normalized: string) => api.call(registerCompany, { body: { name: name.trim(), creditCode: normalized, address: address.trim() } }),
    onSuccess: async (company) => {
      toast(text.company.done(company.name));
      setName(''); setCreditCode(''); setAddress(''); setTried(false);
      await Promise.all([client.invalidateQueries({ queryKey: companiesKey }), refreshSession()]);
    },
  });
  const refused = issuesByPath(register.isError ? problemOf(register.error) : undefined);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim().length > 1 && address.trim() && code.ok && !register.isPending) register.mutate(code.normalized);
    else focusFirstFault(event.currentTarget);
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {register.isError && <ProblemNotice error={register.error} />}
      <TextField
        label={text.company.name} hint={text.company.nameHint} value={name} onChange={(event) => setName(event.target.value)} maxLength={200}
        error={tried && name.trim().length < 2 ? text.company.needName : refused['name']} autoComplete="organization"
      />
      <TextField
        label={text.company.creditCode} hint={text.company.creditCodeHint} value={creditCode} onChange={(event) => setCreditCode(event.target.value)}
        maxLength={30} error={tried && !code.ok ? code.message : refused['creditCode']} autoComplete="off"
      />
      <TextField
        label={text.company.address} value={address} onChange={(event) => setAddress(event.target.value)} maxLength={300}
        error={tried && !address.trim() ? text.company.needAddress : refused['address']} autoComplete="off"
      />
      <Button type="submit" variant="primary" size="large" block busy={register.isPending}>{text.company.submit}</Button>
    </form>
  );
}

function OwnCompanies() {
  const companies = useQuery({ queryKey: companiesKey, queryFn: () => api.call(listOwnCompanies, {}) });
  return (
    <Card title={text.company.mine}>
      <Answer query={companies} lines={2}>
        {(data) => (data.items.length === 0 ? <p>{text.company.mineEmpty}</p> : (
          <ul className="companies">
            {data.items.map((company) => (
              <li key={company.id}>
                <strong>{company.name}</strong>
                <span>{company.creditCode}</span>
                <span>{text.company.representative}：{company.legalRepresentative.name}</span>
              </li>
            ))}
          </ul>
        ))}
      </Answer>
    </Card>
  );
}

export function RegisterCompanyPage() {
  const { account, loading } = useSession();
  return (
    <Page title={text.company.title} lead={text.company.lead} narrow>
      {!loading && !account && (
        <Notice actions={<><ButtonLink variant="primary" to={links.signIn(links.register('company'))}>{text.signIn.title}</ButtonLink><ButtonLink to={links.register('person')}>{text.person.title}</ButtonLink></>}>
          <p>{text.company.signInFirst}</p>
        </Notice>
      )}
      {account && (
        <div className="stack">
          <Card className="account-card"><CompanyForm /></Card>
          <OwnCompanies />
        </div>
      )}
    </Page>
  );
}
