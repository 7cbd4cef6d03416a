import { listSubjects, moveSubject, stageCodes, type BoardSubject, type StageCode, type SubjectKind } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Drawer, Select } from 'antd';
import { Link } from 'react-router';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { refreshBoard } from './refresh.ts';
import { text } from './text.ts';

const words = text.board;

export interface SubjectFilter { kind: SubjectKind; stage: StageCode; organizationId?: string }

/** What stands behind a number of the board; automatic approvals are moved on here. */
export function SubjectDrawer({ filter, canMove, onClose }: { filter: SubjectFilter | undefined; canMove: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const { run, problem } = useAction(moveSubject);
  const paged = useListed(listSubjects, { ...filter }, { enabled: filter !== undefined });
  const move = (row: BoardSubject, stage: StageCode) => { void run({ params: { subjectId: row.id }, body: { revision: row.revision, stage } }, () => { void message.success(words.moved); refreshBoard(); }); };
  const columns: readonly Column<BoardSubject>[] = [
    { key: 'name', title: words.name, fixed: true, wrap: true, render: (row) => <>{row.kind === 'bundle' ? <Link to={links.bundles({ bundle: row.id })}>{row.name}</Link> : <span className="list__strong">{row.name}</span>}{row.code ? <><br /><span className="faint small number">{row.code}</span></> : null}</> },
    { key: 'department', title: words.department, width: '11rem', wrap: true, render: (row) => row.organizationName },
    {
      key: 'stage', title: words.stage, width: '8.5rem',
      render: (row) => (row.movable && canMove ? <Select size="small" style={{ width: 110 }} aria-label={`${row.name}${words.stage}`} value={row.stage} options={stageCodes.map((stage) => ({ value: stage, label: words.stages[stage] }))} onChange={(stage: StageCode) => move(row, stage)} /> : row.stageLabel),
    },
    { key: 'updated', title: words.updated, width: '9rem', render: (row) => (row.updatedAt ? <>{row.updatedByName}<br /><span className="faint small">{formatMoment(row.updatedAt)}</span></> : '') },
  ];
  return (
    <Drawer open={filter !== undefined} onClose={onClose} size={820} title={filter ? `${words.kinds[filter.kind]} · ${words.stages[filter.stage]}` : ''}>
      <ProblemAlert problem={problem} onRefresh={refreshBoard} />
      <ListTable label={words.detail} columns={columns} rows={paged.rows} rowKey={(row) => row.id} paged={paged} empty={<Empty title={words.empty[0] ?? ''} />} />
    </Drawer>
  );
}
