import { useQuery } from '@tanstack/react-query';
import { ruleGroupLabels, ruleGroups } from '@tongban/server/src/modules/catalog/contract.ts';
import { listRules, type QualityRuleView } from '@tongban/server/src/modules/item-quality/contract.ts';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { RuleDrawer } from './RuleDrawer.tsx';
import { text } from './text.ts';

const { columns: titles } = text;
const tones: Record<QualityRuleView['severity'], Tone> = { error: 'danger', warning: 'warning', off: 'neutral' };

const columns: readonly Column<QualityRuleView>[] = [
  { key: 'severity', title: titles.severity, width: '4.5rem', render: (row) => <Tag tone={tones[row.severity]}>{text.severity[row.severity]}</Tag> },
  { key: 'title', title: titles.title, render: (row) => <span className="list__strong">{row.title}</span> },
  { key: 'group', title: titles.group, width: '6.5rem', render: (row) => ruleGroupLabels[row.group] },
  { key: 'findings', title: titles.findings, width: '5.5rem', align: 'right', render: (row) => <span className="number">{row.findings}</span> },
  { key: 'basis', title: titles.basis, width: '20rem', render: (row) => <span title={row.basis}>{row.basis}</span> },
  { key: 'changed', title: titles.changed, width: '16rem', render: (row) => (row.changed ? `${row.changed.byName}：${row.changed.reason}` : <span className="faint">{text.own}</span>) },
];

/** The rules with what the city has set, and a way to set it (CAT-04). */
export function RuleList() {
  const rules = useQuery({ queryKey: [listRules.id], queryFn: () => api.call(listRules, {}) });
  const [filters, setFilters] = useFilters(['tab', 'q', 'group', 'changed', 'open']);
  const [open, setOpen] = useState<string>();
  const [emptyTitle, emptyDetail] = text.emptyRules;
  return (
    <QueryState query={rules}>
      {(data) => {
        const rows = data.rules.filter((rule) => (!filters.q || rule.title.includes(filters.q)) && (!filters.group || rule.group === filters.group) && (!filters.changed || rule.changed !== null));
        const chosen = data.rules.find(({ id }) => id === open);
        return (
          <>
            <div className="wb-page__bar">
              <SearchField value={filters.q} placeholder={text.ruleSearch} onChange={(q) => setFilters({ q })} />
              <FilterSelect
                label={titles.group} any={text.anyGroup} value={filters.group} width={130}
                options={ruleGroups.map((group) => ({ value: group, label: ruleGroupLabels[group] }))} onChange={(group) => setFilters({ group })}
              />
              <Checkbox checked={filters.changed !== undefined} onChange={(event) => setFilters({ changed: event.target.checked ? 'yes' : undefined })}>{text.changedOnly}</Checkbox>
            </div>
            <div className="frame">
              <ListTable<QualityRuleView>
                label={text.tabs.rules} columns={columns} rows={rows} rowKey={(row) => row.id} minWidth="70rem" onOpen={(row) => setOpen(row.id)} empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>}
              />
            </div>
            {chosen ? <RuleDrawer key={`${chosen.id}.${chosen.revision}`} rule={chosen} editable={data.abilities.edit} onClose={() => setOpen(undefined)} /> : null}
          </>
        );
      }}
    </QueryState>
  );
}
