import { useQueryClient } from '@tanstack/react-query';
import { listStaffAccounts, openStaffAccount } from '@tongban/server/src/kernel/identity/contract.ts';
import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import type { ToldPassword } from './InitialPassword.tsx';
import { lacksOfPlace, PlaceFields, type Place } from './PlaceFields.tsx';

const words = text.accounts;

/** Opens an account for a new colleague; the initial password is handed to `onOpened`. */
export function OpenAccountDrawer({ open, onClose, onOpened }: { open: boolean; onClose: () => void; onOpened: (told: ToldPassword) => void }) {
  return (
    <Drawer open={open} title={words.open} size={520} onClose={onClose} destroyOnHidden>
      <OpenAccountForm onOpened={onOpened} />
    </Drawer>
  );
}

function OpenAccountForm({ onOpened }: { onOpened: (told: ToldPassword) => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [accountName, setAccountName] = useState('');
  const [place, setPlace] = useState<Place>({ organizationId: undefined, postCodes: [] });
  const { run, busy, problem } = useAction(openStaffAccount);
  const account = accountName.trim().toLowerCase();
  const missing = useMissing({
    'account-name': name.trim() === '' && sharedText.missing.write(words.form.name),
    'account-account': !/^[a-z][a-z0-9._-]{2,}$/.test(account) && words.form.accountHint,
    ...lacksOfPlace(place),
  });
  function submit() {
    if (!missing.check() || !place.organizationId) return;
    const body = { name: name.trim(), accountName: account, organizationId: place.organizationId, postCodes: place.postCodes };
    void run({ body }, ({ initialPassword }) => {
      void client.invalidateQueries({ queryKey: [listStaffAccounts.id] });
      onOpened({ name: body.name, accountName: body.accountName, password: initialPassword });
    });
  }
  return (
    <Form layout="vertical" onFinish={submit}>
      <ProblemAlert problem={problem} labels={words.labels} />
      <Form.Item label={words.form.name} htmlFor="account-name" required {...missing.item('account-name')}>
        <Input id="account-name" autoFocus value={name} maxLength={60} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Form.Item>
      <Form.Item label={words.form.account} htmlFor="account-account" required {...(missing.of('account-account') ? missing.item('account-account') : { extra: words.form.accountHint })}>
        <Input id="account-account" value={accountName} maxLength={64} autoComplete="off" onChange={(event) => setAccountName(event.target.value)} />
      </Form.Item>
      <PlaceFields place={place} missing={missing} onChange={setPlace} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.form.submit}
      </Button>
    </Form>
  );
}
