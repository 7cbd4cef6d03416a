import { findingRules, listFindings, type Finding } from '@tongban/server/src/modules/directory/change.contract.ts';
import { useNavigate } from 'react-router';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { text } from '../text.ts';

const words = text.changes;
const titles = words.columns;

const columns: readonly Column<Finding>[] = [
  { key: 'rule', title: titles.rule, width: '7rem', fixed: true, render: (row) => <Tag tone="warning">{words.rules[row.rule]}</Tag> },
  { key: 'item', title: titles.item, width: '18rem', wrap: true, render: (row) => <span className="list__strong">{row.item.name}</span> },
  { key: 'department', title: titles.department, width: '9rem', render: (row) => row.organization.name },
  { key: 'message', title: titles.message, wrap: true, render: (row) => row.message },
  { key: 'found', title: titles.found, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.foundAt)}</span> },
];

/** What the checks of 减证便民 and 证照分离 found (CAT-09). */
export function FindingList() {
  const [filters, setFilters] = useFilters(['rule']);
  const navigate = useNavigate();
  const rule = findingRules.find((one) => one === filters.rule);
  const query = rule ? { rule } : {};
  const paged = useListed(listFindings, query);
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={titles.rule} any={words.filter.rule} value={rule} width={200}
          options={findingRules.map((one) => ({ value: one, label: words.ruleNames[one] }))} onChange={(next) => setFilters({ rule: next })}
        />
      </div>
      <ListFrame
        label={words.views.findings}
        columns={columns}
        rowKey={(row) => `${row.claimId}/${row.rule}`}
        paged={paged}
        minWidth="62rem"
        onOpen={(row) => {
          void navigate(links.catalogueVersion(row.item.latestVersionId));
        }}
        empty={words.emptyFindings}
      />
    </>
  );
}
