import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session.ts';
import { Page } from './Page.tsx';
import { Forbidden } from './PageState.tsx';

/** One of several pages that belong together; offered when the session holds its permission. */
export interface PageSection {
  readonly key: string;
  readonly label: string;
  readonly address: string;
  readonly permission?: string;
}

interface SectionedPageProps {
  title: string;
  sections: readonly PageSection[];
  current: string;
  aside?: ReactNode;
  actions?: ReactNode;
  bar?: ReactNode;
  children: ReactNode;
}

/** The frame of pages that belong together: a tab for each leads to the others; one that the session may not open is no page at all. */
export function SectionedPage({ title, sections, current, aside, actions, bar, children }: SectionedPageProps) {
  const navigate = useNavigate();
  const { permissions } = useSession();
  const offered = sections.filter(({ permission }) => permission === undefined || permissions.includes(permission));
  if (!offered.some(({ key }) => key === current)) return <Forbidden />;
  return (
    <Page
      fill
      title={title}
      aside={aside}
      actions={actions}
      bar={
        <>
          <Tabs
            className="wb-page__sections"
            activeKey={current}
            onChange={(key) => {
              const next = offered.find((one) => one.key === key);
              if (next) void navigate(next.address);
            }}
            items={offered.map(({ key, label }) => ({ key, label }))}
          />
          {bar ? <div className="wb-page__bar is-below">{bar}</div> : null}
        </>
      }
    >
      {children}
    </Page>
  );
}
