import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useSession } from '../../shared/session/session.ts';
import { text } from './text.ts';
import './directory.css';

const sections = {
  entries: { address: links.directory(), permission: 'directory.entry.view' },
  claims: { address: links.directoryClaims(), permission: 'directory.claim.view' },
  changes: { address: links.directoryChanges(), permission: 'directory.change.view' },
  imports: { address: links.directoryImports(), permission: 'directory.entry.view' },
  reports: { address: links.directoryReports(), permission: 'directory.report.view' },
} as const;
type Section = keyof typeof sections;
const order: readonly Section[] = ['entries', 'claims', 'changes', 'imports', 'reports'];

interface DirectoryFrameProps { section: Section; aside?: ReactNode; actions?: ReactNode; bar?: ReactNode; children: ReactNode }

/** The frame of every page of the basic directory, with the way to the others. */
export function DirectoryFrame({ section, aside, actions, bar, children }: DirectoryFrameProps) {
  const navigate = useNavigate();
  const { permissions } = useSession();
  const offered = order.filter((one) => permissions.includes(sections[one].permission));
  return (
    <Page
      fill
      title={text.title}
      aside={aside}
      actions={actions}
      bar={
        <>
          <Tabs
            className="directory__tabs"
            activeKey={section}
            onChange={(key) => {
              const next = order.find((one) => one === key);
              if (next) void navigate(sections[next].address);
            }}
            items={offered.map((one) => ({ key: one, label: text.sections[one] }))}
          />
          {bar ? <div className="directory__bar">{bar}</div> : null}
        </>
      }
    >
      {children}
    </Page>
  );
}
