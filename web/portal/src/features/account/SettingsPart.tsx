import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, DescriptionList, useToast } from '@tongban/ui';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { endOtherSessions, endSession, getOwnProfile, listSessions } from '@tongban/server/src/kernel/identity/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { useWindowTitle } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { leaveSession } from '../../shared/session/session.ts';
import { MessagePreferencesCards } from './MessagePreferencesCards.tsx';
import { ChangeMobileDialog, ChangePasswordDialog } from './SettingsDialogs.tsx';
import { text } from './text.ts';
import './account.css';

const t = text.settings;

function Profile() {
  const [dialog, setDialog] = useState<'mobile' | 'password'>();
  const profile = useQuery({ queryKey: ['identity.get-own-profile'], queryFn: () => api.call(getOwnProfile, {}) });
  return (
    <Card title={t.profile}>
      <Answer query={profile}>
        {(me) => (
          <DescriptionList entries={[
            { term: t.nameLabel, value: me.name },
            { term: t.document, value: `${me.documentTypeName} ${me.documentNumberMasked}` },
            { term: t.mobile, value: me.mobileMasked },
            { term: t.birthDate, value: formatDate(me.birthDate) },
            { term: t.verified, value: t.verifiedBy[me.verifiedBy] },
          ]} />
        )}
      </Answer>
      <div className="tb-button-row account-actions">
        <Button onClick={() => setDialog('mobile')}>{t.changeMobile}</Button>
        <Button onClick={() => setDialog('password')}>{t.changePassword}</Button>
      </div>
      {dialog === 'mobile' && <ChangeMobileDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'password' && <ChangePasswordDialog onClose={() => setDialog(undefined)} />}
    </Card>
  );
}

/** `Chrome（Windows）` of a browser's long description of itself. */
export function deviceName(userAgent: string): string {
  const browser = /MicroMessenger/.test(userAgent) ? '微信' : /Edg\//.test(userAgent) ? 'Edge' : /Firefox\//.test(userAgent) ? 'Firefox' : /Chrom(e|ium)\//.test(userAgent) ? 'Chrome' : /Safari\//.test(userAgent) ? 'Safari' : '浏览器';
  const system = /Android/.test(userAgent) ? '安卓' : /iPhone|iPad/.test(userAgent) ? 'iOS' : /Windows/.test(userAgent) ? 'Windows' : /Mac OS/.test(userAgent) ? 'macOS' : /Linux/.test(userAgent) ? 'Linux' : '';
  return system ? `${browser}（${system}）` : browser;
}

function Sessions() {
  const client = useQueryClient();
  const toast = useToast();
  const key = ['identity.list-sessions'];
  const sessions = useQuery({ queryKey: key, queryFn: () => api.call(listSessions, {}) });
  const end = useMutation({
    mutationFn: async (sessionId: string | undefined) => {
      if (sessionId) await api.call(endSession, { params: { sessionId } });
      else await api.call(endOtherSessions, {});
    },
    onSuccess: async () => { toast(t.ended); await client.invalidateQueries({ queryKey: key }); },
  });
  return (
    <Card title={t.sessions} aside={(sessions.data?.items.length ?? 0) > 1 && <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>{t.endOthers}</Button>}>
      {end.isError && <ProblemNotice error={end.error} />}
      <Answer query={sessions}>
        {(data) => (
          <ul className="session-list">
            {data.items.map((one) => (
              <li key={one.id}>
                <span>
                  {deviceName(one.userAgent)} <span className="muted">{one.ip}</span> {one.current && <Badge tone="success">{t.thisDevice}</Badge>}<br />
                  <span className="muted">{t.signedInAt} {formatDateTime(one.createdAt)}，{t.lastSeen} {formatDateTime(one.lastSeenAt)}</span>
                </span>
                {!one.current && <Button busy={end.isPending} onClick={() => end.mutate(one.id)}>{t.end}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Card>
  );
}

/** Own data, security and reminders; shown inside the user's space. */
export function SettingsPart() {
  useWindowTitle(t.title);
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: leaveSession, onSuccess: () => void navigate(links.home()) });
  return (
    <div className="stack">
      <div className="space__head">
        <div><h1>{t.title}</h1></div>
        <Button variant="danger" icon={<LogOut size={18} aria-hidden="true" />} busy={leave.isPending} onClick={() => leave.mutate()}>{t.signOut}</Button>
      </div>
      <Profile />
      <MessagePreferencesCards />
      <Sessions />
    </div>
  );
}
