import { useQuery } from '@tanstack/react-query';
import { Card, TextField } from '@tongban/ui';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { listItemDepartments } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import './search.css';

/** All departments with items, to find one by its name. */
export function DepartmentsPage() {
  const [wanted, setWanted] = useState('');
  const departments = useQuery({
    queryKey: ['catalog.list-item-departments'], queryFn: () => api.call(listItemDepartments, { query: {} }), staleTime: 10 * 60_000,
  });
  return (
    <Page title={text.departmentsTitle} lead={text.departmentsLead}>
      <Card>
        <div className="department-filter">
          <TextField label={text.findDepartment} value={wanted} onChange={(event) => setWanted(event.target.value)} autoComplete="off" />
        </div>
        <Answer query={departments} lines={8}>
          {(data) => {
            const shown = data.departments.filter((one) => one.itemCount > 0 && one.name.includes(wanted.trim()));
            if (shown.length === 0) return <p role="status">{text.noDepartment}</p>;
            return (
              <ul className="department-list">
                {shown.map((one) => (
                  <li key={one.id}>
                    <Link to={links.search({ departmentId: one.id })}>
                      <Building2 size={20} aria-hidden="true" />
                      <span>{one.name}</span>
                      <span className="department-list__count">{text.itemCount(one.itemCount)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Answer>
      </Card>
    </Page>
  );
}
