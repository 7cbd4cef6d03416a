import { Spin } from 'antd';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { links } from '../../shared/links.ts';
import { useTitle } from '../../shared/page/Page.tsx';
import { useSessionState } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { SignInForm } from './SignInForm.tsx';
import { text } from './text.ts';

/** The way in; leads back to where somebody wanted to go. */
export function SignInPage() {
  useTitle(text.title);
  const { session, loading } = useSessionState();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const wanted = params.get('back');
  const target = wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : links.home();
  if (loading) return <div className="boot"><Spin /></div>;
  if (session) return <Navigate replace to={target} />;
  return (
    <div className="sign-in-page">
      <main className="sign-in-card">
        <header>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="40" height="40" />
          <h1>{sharedText.product}</h1>
          <p className="muted">{text.lead}</p>
        </header>
        <SignInForm onDone={() => { void navigate(target, { replace: true }); }} />
      </main>
    </div>
  );
}
