import { useQuery } from '@tanstack/react-query';
import { getStaffAccount, setStaffAccount, type StaffAccount, type StaffAccountAction } from '@tongban/server/src/kernel/identity/contract.ts';
import { App, Button, Drawer, Modal, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDate, formatDateTime } from '../../../shared/format/dates.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { actionsFor, isApart, stateOf } from './account-state.ts';
import type { ToldPassword } from './InitialPassword.tsx';
import { MoveForm, RenameForm } from './MoveForm.tsx';
import { useRefreshAccounts } from './use-refresh-accounts.ts';

const words = text.accounts;

interface AccountDrawerProps {
  staffId: string | undefined;
  onClose: () => void;
  onPassword: (told: ToldPassword) => void;
}

/** One officer's account: how it stands, where the officer works, and what can be done. */
export function AccountDrawer({ staffId, onClose, onPassword }: AccountDrawerProps) {
  const account = useQuery({
    queryKey: [getStaffAccount.id, staffId],
    enabled: staffId !== undefined,
    queryFn: () => api.call(getStaffAccount, { params: { staffId: staffId ?? '' } }),
  });
  return (
    <Drawer open={staffId !== undefined} title={account.data?.name ?? words.title} size={560} onClose={onClose} destroyOnHidden>
      <QueryState query={account} lines={8}>
        {(data) => <Account key={data.staffId} account={data} onPassword={onPassword} />}
      </QueryState>
    </Drawer>
  );
}

function Account({ account, onPassword }: { account: StaffAccount; onPassword: AccountDrawerProps['onPassword'] }) {
  const [asked, setAsked] = useState<StaffAccountAction>();
  const { label, tone } = stateOf(account);
  const { facts } = words;
  return (
    <div className="accounts__drawer">
      <Facts
        items={[
          { label: facts.state, value: <Tag tone={tone}>{label}</Tag> },
          { label: facts.account, value: <span className="code">{account.accountName}</span> },
          { label: facts.organization, value: account.organization.name },
          { label: facts.posts, value: account.posts.map(({ name }) => name).join('、') || '—' },
          { label: facts.roles, value: account.roles.map(({ name }) => name).join('、') || <span className="muted">{words.noRoles}</span> },
          { label: facts.totp, value: account.totpBound ? words.bound : words.states.unbound },
          { label: facts.created, value: formatDateTime(account.createdAt) },
          { label: facts.lastSignIn, value: formatDateTime(account.lastSignInAt) || words.never },
          ...(account.validTo === null ? [] : [{ label: facts.left, value: formatDate(account.validTo) }]),
        ]}
      />
      <Space wrap>
        {actionsFor(account).map((action) => (
          <Button key={action} danger={action === 'suspend' || action === 'leave'} onClick={() => setAsked(action)}>
            {words.actions[action]}
          </Button>
        ))}
      </Space>
      {isApart(account) && account.validTo === null ? <p className="muted small">{words.apart}</p> : null}
      <MoveForm account={account} />
      <RenameForm account={account} />
      <ConfirmAction account={account} action={asked} onClose={() => setAsked(undefined)} onPassword={onPassword} />
    </div>
  );
}

interface ConfirmActionProps {
  account: StaffAccount;
  action: StaffAccountAction | undefined;
  onClose: () => void;
  onPassword: AccountDrawerProps['onPassword'];
}

function ConfirmAction({ account, action, onClose, onPassword }: ConfirmActionProps) {
  const { message } = App.useApp();
  const refresh = useRefreshAccounts();
  const { run, busy, problem, clear } = useAction(setStaffAccount);
  const [title, lead] = action ? words.confirm[action] : ['', () => ''];
  const close = () => {
    clear();
    onClose();
  };
  function confirm() {
    if (!action) return;
    void run({ params: { staffId: account.staffId }, body: { action } }, ({ initialPassword }) => {
      refresh();
      close();
      if (initialPassword === null) void message.success(words.done[action]);
      else onPassword({ name: account.name, accountName: account.accountName, password: initialPassword });
    });
  }
  return (
    <Modal
      open={action !== undefined}
      title={title}
      okText={action ? words.actions[action] : ''}
      okButtonProps={{ danger: action === 'suspend' || action === 'leave' }}
      cancelText={sharedText.confirm.cancel}
      confirmLoading={busy}
      width={460}
      onOk={confirm}
      onCancel={close}
      destroyOnHidden
    >
      <ProblemAlert problem={problem} />
      <p>{lead(account.name)}</p>
    </Modal>
  );
}
