import { useQuery } from '@tanstack/react-query';
import { Card, Tabs } from '@tongban/ui';
import { Link } from 'react-router';
import { audiences, listItemDepartments, listThemes, type Audience } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import { iconOfTheme } from './theme-icon.ts';

function Themes({ audience }: { audience: Audience }) {
  const themes = useQuery({
    queryKey: ['catalog.list-themes', audience],
    queryFn: () => api.call(listThemes, { query: { audience } }),
    staleTime: 5 * 60_000,
  });
  return (
    <Answer query={themes} lines={4}>
      {(data) => (
        <ul className="topics">
          {data.themes.filter((theme) => theme.itemCount > 0).map((theme) => {
            const Icon = iconOfTheme(theme.name);
            return (
              <li key={theme.code}>
                <Link className="topic" to={links.search({ audience, theme: theme.code })}>
                  <Icon size={26} aria-hidden="true" />
                  <span>{theme.name}</span>
                  <span className="topic__count">{text.itemCount(theme.itemCount)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Answer>
  );
}

/** Ways in by theme, for a person and for a company. */
export function TopicBrowser() {
  return (
    <Card title={text.themes} aside={<Link to={links.lifeStages()}>{text.byLifeStage}</Link>}>
      <Tabs
        label={text.themes}
        tabs={audiences.map((audience) => ({ id: audience, label: text.audiences[audience], panel: <Themes key={audience} audience={audience} /> }))}
      />
    </Card>
  );
}

/** Ways in by department. */
export function DepartmentBrowser() {
  const departments = useQuery({
    queryKey: ['catalog.list-item-departments'],
    queryFn: () => api.call(listItemDepartments, { query: {} }),
    staleTime: 5 * 60_000,
  });
  return (
    <Card title={text.departments} aside={<Link to={links.departments()}>{text.allDepartments}</Link>}>
      <Answer query={departments} lines={4}>
        {(data) => (
          <ul className="departments">
            {data.departments.filter((one) => one.itemCount > 0).slice(0, 16).map((department) => (
              <li key={department.id}>
                <Link className="department" to={links.search({ departmentId: department.id })}>
                  <span>{department.name}</span>
                  <span className="topic__count">{text.itemCount(department.itemCount)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Card>
  );
}
