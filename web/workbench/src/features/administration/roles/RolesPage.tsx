import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { AssignmentList } from './AssignmentList.tsx';
import { RoleDrawer } from './RoleDrawer.tsx';
import { RoleList } from './RoleList.tsx';

const words = text.roles;

/** Who holds which role over which data, and what each role permits; for the security administrator (ORG-01, ORG-04). */
export function RolesPage() {
  const [filters, setFilters] = useFilters(['tab', 'staffId', 'roleCode']);
  const [opened, setOpened] = useState(false);
  const assigns = useHolds('access.role.assign');
  const manages = useHolds('access.role.manage');
  const tab = filters.tab === 'roles' ? 'roles' : 'assignments';
  const offered = tab === 'roles' ? manages : assigns;
  const close = () => setOpened(false);
  return (
    <Page
      fill title={words.title}
      actions={(
        <>
          <Segmented
            value={tab} options={[{ value: 'assignments', label: words.tabs.assignments }, { value: 'roles', label: words.tabs.roles }]}
            onChange={(next) => setFilters({ tab: next === 'roles' ? next : undefined })}
          />
          {offered ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened(true)}>{tab === 'roles' ? words.add : words.assign}</Button> : null}
        </>
      )}
    >
      {tab === 'roles' ? <RoleList /> : <AssignmentList filters={filters} onFilter={setFilters} />}
      <AssignDialog open={opened && tab === 'assignments'} staffId={filters.staffId} onClose={close} />
      <RoleDrawer role={opened && tab === 'roles' ? 'new' : undefined} onClose={close} />
    </Page>
  );
}
