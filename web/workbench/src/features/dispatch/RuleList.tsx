import { useQuery } from '@tanstack/react-query';
import { dispatchKindLabels, dispatchKinds, listDispatchRuleSets, type DispatchRuleSet } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { HaltDialog } from './HaltDialog.tsx';
import { NewRules } from './NewRules.tsx';
import { text } from './text.ts';

const words = text.rules;

/** The dispatch rules of one's scope: what is in force, what they name in vain, how often they were followed (DEC-07). */
export function RuleList() {
  const [filters, setFilters] = useFilters(['tab', 'kind']);
  const kind = dispatchKinds.find((one) => one === filters.kind);
  const mayEdit = useHolds('rules.rule-set.edit');
  const [creating, setCreating] = useState(false);
  const [halting, setHalting] = useState<DispatchRuleSet>();
  const navigate = useNavigate();
  const query = kind ? { kind } : {};
  const sets = useQuery({ queryKey: [listDispatchRuleSets.id, query], placeholderData: (before) => before, queryFn: () => api.call(listDispatchRuleSets, { query }) });
  const [title, detail] = mayEdit ? words.empty : words.emptyReader;
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={words.columns.kind} any={words.anyKind} value={kind} width={140} options={dispatchKinds.map((one) => ({ value: one, label: dispatchKindLabels[one] }))} onChange={(next) => setFilters({ kind: next })} />
        {mayEdit ? <Button className="dispatch-add" type="primary" onClick={() => setCreating(true)}>{words.create}</Button> : null}
      </div>
      <QueryState query={sets}>
        {({ items }) => (
          <ListTable
            label={text.title} columns={columnsFor(setHalting)} rows={items} rowKey={(row) => row.ruleSetId} minWidth="72rem" empty={<Empty title={title ?? ''}>{detail}</Empty>}
            onOpen={({ draft, published, abilities }) => {
              const versionId = (abilities.edit ? draft ?? published : published ?? draft)?.versionId;
              if (versionId !== undefined) void navigate(links.ruleVersion(versionId));
            }}
          />
        )}
      </QueryState>
      {creating ? <NewRules onClose={() => setCreating(false)} /> : null}
      {halting ? <HaltDialog ruleSet={halting} onClose={() => setHalting(undefined)} /> : null}
    </>
  );
}

function columnsFor(halt: (row: DispatchRuleSet) => void): Column<DispatchRuleSet>[] {
  const titles = words.columns;
  return [
    {
      key: 'name', title: titles.name, wrap: true,
      render: (row) => <><span className="list__strong">{row.name}</span>{row.halted ? <> <Tag tone="danger" title={words.haltedBy(row.halted.byName, formatMoment(row.halted.at), row.halted.reason)}>{words.halted}</Tag></> : null}<br /><span className="faint small">{row.description || row.code}</span></>,
    },
    { key: 'kind', title: titles.kind, width: '6rem', render: (row) => row.kindLabel },
    { key: 'place', title: titles.place, width: '10rem', wrap: true, render: (row) => (row.organizationName === null ? words.everywhere : words.ofPlace(row.organizationName)) },
    { key: 'published', title: titles.published, width: '11rem', wrap: true, render: ({ published }) => (published ? <><Tag tone="done">{words.version(published.number)}</Tag><br /><span className="faint small">{words.by(formatMoment(published.at), published.byName)}</span></> : <span className="faint">{words.never}</span>) },
    { key: 'draft', title: titles.draft, width: '11rem', wrap: true, render: ({ draft }) => (draft ? <><Tag tone="todo">{words.version(draft.number)}</Tag><br /><span className="faint small">{words.by(formatMoment(draft.at), draft.byName)}</span></> : <span className="faint">{text.none}</span>) },
    { key: 'uses', title: titles.uses, width: '9.5rem', wrap: true, render: ({ followed, failed }) => <span className={failed > 0 ? 'dispatch-bad' : ''}>{words.uses(followed, failed)}</span> },
    { key: 'problems', title: titles.problems, width: '6.5rem', render: (row) => <Problems row={row} /> },
    { key: 'halt', title: '', width: '5rem', render: (row) => (row.abilities.halt ? <Button size="small" onClick={() => halt(row)}>{row.halted ? words.resume : words.halt}</Button> : null) },
  ];
}

/** What a rule set names that is not there, with the way to the row. */
function Problems({ row: { problems, published, draft } }: { row: DispatchRuleSet }) {
  if (problems.length === 0) return <span className="faint">{words.fine}</span>;
  const list = (
    <ul className="dispatch-problems">
      {problems.map(({ version, row, message, mend }, index) => {
        const versionId = (version === 'draft' ? draft : published)?.versionId;
        return (
          <li key={index}>
            <b>{version === 'draft' ? words.ofDraft : words.ofPublished}{row === null ? '' : words.row(row)}</b>　{message}
            <br /><span className="muted">{mend}</span> {versionId === undefined ? null : <Link to={links.ruleVersion(versionId)}>{words.open}</Link>}
          </li>
        );
      })}
    </ul>
  );
  return <Popover title={words.problemsTitle} content={list} trigger="click"><Button size="small" danger>{words.problems(problems.length)}</Button></Popover>;
}
