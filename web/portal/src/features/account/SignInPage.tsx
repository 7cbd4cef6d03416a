import { Card } from '@tongban/ui';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { enterSession, useSession } from '../../shared/session/session.ts';
import { SignInForm } from './SignInForm.tsx';
import { text } from './text.ts';
import './account.css';

/** The place to return to; only a path of this site, so that a crafted link cannot lead away. */
export function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) ? back : links.space();
}

export function SignInPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { account } = useSession();
  const back = safeBack(params.get('back'));
  if (account) return <Navigate replace to={back} />;
  return (
    <Page title={text.signIn.title} lead={text.signIn.lead} narrow>
      <Card className="account-card">
        <SignInForm onDone={(session) => { enterSession(session); void navigate(back, { replace: true }); }} />
        <p className="account-links">
          <Link to={links.register('person')}>{text.signIn.toRegister}</Link>
          <Link to="/reset-password">{text.signIn.forgot}</Link>
          <a href="/workbench">{text.signIn.staff}</a>
        </p>
      </Card>
    </Page>
  );
}
