import { useQuery } from '@tanstack/react-query';
import { listOrganizations, type Organization } from '@tongban/server/src/kernel/organization/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDate, today } from '../../../shared/format/dates.ts';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Facts, Page, Panel } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { RegionName } from '../../../shared/RegionName.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { text } from '../text.ts';
import { treeOf, type TreeLine } from './organization-tree.ts';
import { MergeDialog, MergerHistory } from './MergeDialog.tsx';
import { StaffTable } from './StaffTable.tsx';
import '../administration.css';

const words = text.organizations;

/** The tree of organisations, as it was on a day, with the officers of the chosen one (ORG-01). */
export function OrganizationsPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'onDate', 'id']);
  const query = filters.onDate ? { onDate: filters.onDate } : {};
  const organizations = useQuery({ queryKey: [listOrganizations.id, query], queryFn: async ({ signal }) => (await api.call(listOrganizations, { query }, { signal })).items });
  return (
    <Page
      fill title={words.title}
      bar={(
        <>
          <SearchField value={filters.q} placeholder={words.filter} onChange={(q) => setFilters({ q })} />
          <DateField value={filters.onDate} placeholder={words.onDate} onChange={(onDate) => setFilters({ onDate })} />
          {filters.q ?? filters.onDate ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <QueryState query={organizations} lines={10}>
        {(items) => {
          const lines = treeOf(items, filters.q);
          const chosen = items.find(({ id }) => id === filters.id) ?? lines[0]?.organization;
          const [emptyTitle, emptyDetail] = items.length > 0 ? words.noMatch : words.empty;
          if (!chosen) return <div className="frame"><div className="list-empty"><Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty></div></div>;
          return (
            <div className="organizations">
              <Tree lines={lines} chosenId={chosen.id} onChoose={(id) => setFilters({ id })} />
              <Detail organization={chosen} hasUnits={items.some((item) => item.parentId === chosen.id && item.validTo === null)} onMerged={(id) => setFilters({ id })} />
            </div>
          );
        }}
      </QueryState>
    </Page>
  );
}

function Tree({ lines, chosenId, onChoose }: { lines: readonly TreeLine[]; chosenId: string; onChoose: (id: string) => void }) {
  const index = lines.findIndex(({ organization }) => organization.id === chosenId);
  const move = (step: number) => {
    const next = lines[Math.min(lines.length - 1, Math.max(0, index + step))];
    if (next) onChoose(next.organization.id);
  };
  useShortcut({ keys: ['j', 'ArrowDown'], label: sharedText.keys.next, scope: 'here' }, () => move(1));
  useShortcut({ keys: ['k', 'ArrowUp'], label: sharedText.keys.previous, scope: 'here' }, () => move(-1));
  return (
    <nav className="frame organizations__tree" aria-label={words.title}>
      <ul>
        {lines.map(({ organization, depth }) => (
          <li key={organization.id}>
            <button
              type="button" className="organizations__name" aria-current={organization.id === chosenId} style={{ paddingInlineStart: `${0.75 + depth * 1.125}rem` }}
              onClick={() => onChoose(organization.id)}
            >
              {organization.name}
              {isClosed(organization) ? <Tag>{words.closed}</Tag> : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isClosed({ validTo }: Organization): boolean {
  return validTo !== null && validTo < today();
}

interface DetailProps { organization: Organization; /** Such a one cannot go into another before its units have. */ hasUnits: boolean; onMerged: (intoId: string) => void }

function Detail({ organization, hasUnits, onMerged }: DetailProps) {
  const { facts } = words;
  const manages = useHolds('organization.organization.manage');
  const [merging, setMerging] = useState(false);
  return (
    <div className="organizations__detail">
      <Panel title={organization.name} extra={manages && organization.validTo === null && !hasUnits ? <Button size="small" onClick={() => setMerging(true)}>{words.merging.open}</Button> : null}>
        <Facts
          columns={2}
          items={[
            { label: facts.kind, value: words.kinds[organization.kind] }, { label: facts.short, value: organization.shortName ?? '—' },
            { label: facts.code, value: organization.code ?? '—' }, { label: facts.region, value: <RegionName code={organization.regionCode} /> },
            { label: facts.since, value: formatDate(organization.validFrom) }, { label: facts.until, value: formatDate(organization.validTo) || '—' },
            ...(organization.duties ? [{ label: facts.duties, value: <span className="pre-line">{organization.duties}</span> }] : []),
          ]}
        />
      </Panel>
      {manages ? <MergerHistory organizationId={organization.id} /> : null}
      {merging ? <MergeDialog key={organization.id} organization={organization} onClose={() => setMerging(false)} onMerged={onMerged} /> : null}
      <Panel flush title={words.staff} className="organizations__staff">
        <StaffTable organizationId={organization.id} empty={words.noStaff} />
      </Panel>
    </div>
  );
}
