import { listWatchedCases, signalLevels, type Board, type WatchedCase } from '@tongban/server/src/modules/supervision/contract.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DueDate, LevelTag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { IssueDialog } from './orders/IssueDialog.tsx';
import { text } from './text.ts';
import { useNews } from './use-news.ts';

const words = text.cases;
const states = ['waiting', 'running', 'paused'] as const;

const plainColumns: readonly Column<WatchedCase>[] = [
  {
    key: 'promised',
    title: words.columns.promised,
    width: '9rem',
    fixed: true,
    render: (row) => <DueDate date={row.promisedDueOn} over={row.level === 'yellow' || row.level === 'red'} />,
  },
  { key: 'level', title: words.columns.level, width: '4rem', render: (row) => <LevelTag level={row.level} /> },
  { key: 'item', title: words.columns.item, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'department', title: words.columns.department, width: '10rem', render: (row) => row.organizationName },
  { key: 'applicant', title: words.columns.applicant, width: '7.5rem', render: (row) => row.applicantName },
  { key: 'state', title: words.columns.state, width: '5.5rem', render: (row) => words.states[row.state] },
  { key: 'legal', title: words.columns.legal, width: '9rem', render: (row) => <DueDate date={row.legalDueOn} over={row.level === 'red'} /> },
  { key: 'number', title: words.columns.number, width: '12.5rem', render: (row) => <span className="number">{row.number}</span> },
  {
    key: 'submitted',
    title: words.columns.submitted,
    width: '7.5rem',
    render: (row) => <span className="number">{formatMoment(row.submittedAt)}</span>,
  },
];

const orderColumn = (issue: (one: WatchedCase) => void): Column<WatchedCase> => ({
  key: 'order', title: text.signals.columns.order, width: '5rem', render: (row) => <Button size="small" onClick={(event) => { event.stopPropagation(); issue(row); }}>{text.orders.order}</Button>,
});

/** Where a number of a view leads: the cases of one of its lines. */
export interface CaseFilter {
  organizationId?: string | undefined; itemId?: string | undefined; regionCode?: string | undefined; handlerId?: string | undefined; windowKey?: string | undefined;
  /** What the line is called, and whether its findings are looked at. */
  name?: string | undefined;
  verified?: string | undefined;
  level?: string | undefined; state?: string | undefined;
}

export interface BoardFilterProps {
  departments: Board['departments'];
  organizationId: string | undefined;
  level: string | undefined;
  state: string | undefined;
  onFilter: (change: { organizationId?: string | undefined; level?: string | undefined; state?: string | undefined; verified?: string | undefined }) => void;
}

/** The cases behind a number of the board, what runs out first on top. */
export function WatchedCases({ drill, onAll, ...props }: BoardFilterProps & { drill: CaseFilter; onAll: () => void }) {
  const { organizationId } = props;
  const navigate = useNavigate();
  const mayIssue = useHolds('supervision.order.issue');
  const [issuing, setIssuing] = useState<WatchedCase>();
  const level = signalLevels.find((one) => one === props.level);
  const state = states.find((one) => one === props.state);
  const { itemId, regionCode, handlerId, windowKey } = drill;
  const query = {
    ...(organizationId ? { organizationId } : {}), ...(level ? { level } : {}), ...(state ? { state } : {}), ...(itemId ? { itemId } : {}), ...(regionCode ? { regionCode } : {}), ...(handlerId ? { handlerId } : {}), ...(windowKey ? { windowKey } : {}),
  };
  const paged = useListed(listWatchedCases, query, { refetchInterval: useNews('supervision.board', [listWatchedCases], 30_000) });
  return (
    <>
      <div className="wb-page__bar">
        {drill.name ? <><span className="muted">{text.filtered(drill.name)}</span><Button type="link" onClick={onAll}>{text.showAll}</Button></> : null}
        <DepartmentSelect {...props} />
        <Segmented
          value={level ?? ''}
          options={[{ value: '', label: words.levels.all }, ...signalLevels.map((one) => ({ value: one, label: words.levels[one] }))]}
          onChange={(next) => props.onFilter({ level: next })}
        />
        <FilterSelect
          label={words.columns.state} any={words.states.all} value={state} width={120}
          options={states.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => props.onFilter({ state: next })}
        />
      </div>
      <ListFrame
        cards
        label={words.title}
        columns={mayIssue ? [...plainColumns, orderColumn(setIssuing)] : plainColumns}
        rowKey={(row) => row.caseId}
        paged={paged}
        minWidth="76rem"
        onOpen={(row) => {
          void navigate(links.case(row.caseId));
        }}
        empty={words.empty}
      />
      {issuing ? (
        <IssueDialog
          from={{ key: `case.${issuing.caseId}`, caseId: issuing.caseId, organization: { id: issuing.organizationId, name: issuing.organizationName }, content: `${issuing.itemName} ${issuing.number}：` }}
          onClose={() => setIssuing(undefined)}
        />
      ) : null}
    </>
  );
}

/** Picks one of the departments on the board. */
export function DepartmentSelect({ departments, organizationId, onFilter }: BoardFilterProps) {
  return (
    <FilterSelect
      label={text.columns.department} any={words.all} value={organizationId} width={240} search
      options={departments.map((one) => ({ value: one.organizationId, label: one.organizationName }))} onChange={(next) => onFilter({ organizationId: next })}
    />
  );
}
