import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { problemOf } from '../api.ts';
import { links } from '../links.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { Page } from './Page.tsx';

interface QueryLike<T> { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** A page of what a query found; one that cannot be shown still has a heading, says why and offers the ways back and home. */
export function PageState<T>({ query, lines = 12, children }: { query: QueryLike<T>; lines?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <div className="query-problem"><Skeleton active title={false} paragraph={{ rows: lines }} /></div>;
  return <Unavailable><ProblemAlert problem={problemOf(query.error)} onRetry={() => { void query.refetch(); }} /></Unavailable>;
}

/** The page that stands where one cannot be shown. */
export function Unavailable({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <Page title={text.page.unavailable} actions={<><Button onClick={() => { void navigate(-1); }}>{text.page.back}</Button><Link to={links.home()}>{text.page.home}</Link></>}>
      {children}
    </Page>
  );
}

/** The page that stands where the session may not go: nothing of the page itself, which could only be refused. */
export function Forbidden() {
  return <Unavailable><Alert type="error" showIcon role="alert" title={text.page.forbidden} description={text.page.forbiddenDetail} /></Unavailable>;
}
