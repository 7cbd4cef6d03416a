import { Skeleton } from '@tongban/ui';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { links } from '../links.ts';
import { useSession, type Account } from './session.ts';

/** Shows its part to somebody signed in; anybody else signs in first and comes back to the same place. */
export function RequireAccount({ children }: { children: (account: Account) => ReactNode }) {
  const { account, loading } = useSession();
  const { pathname, search } = useLocation();
  if (loading) return <div className="page"><Skeleton lines={6} /></div>;
  if (!account) return <Navigate replace to={links.signIn(pathname + search)} />;
  return children(account);
}
