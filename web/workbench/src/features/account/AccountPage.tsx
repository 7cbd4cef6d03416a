import { formatDate } from '../../shared/format/dates.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { useSession } from '../../shared/session/session.ts';
import { MessageSettings } from './MessageSettings.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SessionList } from './SessionList.tsx';
import { text } from './text.ts';
import './account.css';

/** The officer's own sign-ins and password (IDN-04). */
export function AccountPage() {
  const { account, idleMinutes, passwordExpiresAt } = useSession();
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join('、') || '—';
  return (
    <Page title={text.title}>
      <div className="account">
        <div className="account__main">
          <Panel title={text.profile}>
            <Facts
              columns={2}
              items={[
                { label: text.name, value: account.name },
                { label: text.organization, value: account.organization?.name ?? '—' },
                { label: text.posts, value: names(account.posts) },
                { label: text.roles, value: names(account.roles) },
                { label: text.expires, value: passwordExpiresAt ? formatDate(passwordExpiresAt) : text.noExpiry },
                { label: text.idle, value: text.minutes(idleMinutes) },
              ]}
            />
          </Panel>
          <MessageSettings />
          <SessionList />
        </div>
        <Panel title={text.password.title}>
          <PasswordForm />
        </Panel>
      </div>
    </Page>
  );
}
