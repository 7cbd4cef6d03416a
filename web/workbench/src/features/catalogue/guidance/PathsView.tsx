import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getStaffItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { describeAnswers, listWays } from '@tongban/server/src/modules/guidance/contract.ts';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { text } from '../text.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.paths;

interface Row { at: number; answers: string; situation: string; handlingItem: string; materials: string; form: string; notes: string; dead: boolean }

/** Every way through the questions with what it leads to, to be searched, printed and taken along. */
export function PathsView({ editing, itemId, versionId, onExport }: { editing: GuidedEditing; itemId: string; versionId: string; onExport: () => void }) {
  const { elements, guided: { questionnaire }, report } = editing;
  const items = useQuery({ queryKey: [getStaffItem.id, itemId], queryFn: () => api.call(getStaffItem, { params: { itemId } }) }).data?.handlingItems;
  const [sought, setSought] = useState('');
  const rows = useMemo(() => {
    const whole = { itemId, versionId, elements: { ...elements, questionnaire } };
    return listWays(whole).map(({ answers, situation, materials, formKey, notes }, index): Row => ({
      at: index + 1, answers: describeAnswers(whole, answers) || words.general, situation: situation?.name ?? text.guiding.deadEnd, dead: situation === null || situation.refused,
      handlingItem: situation && !situation.refused ? items?.find(({ id }) => id === situation.handlingItemId)?.name ?? elements.name : '',
      materials: situation?.refused ? '' : materials.map(({ material }) => material.name).join('、'), form: situation?.refused ? '' : elements.forms.find(({ key }) => key === formKey)?.name ?? '', notes: notes.join('；'),
    }));
  }, [elements, questionnaire, itemId, versionId, items]);
  const shown = rows.filter((row) => [row.answers, row.situation, row.materials, row.form, row.handlingItem].some((cell) => cell.includes(sought.trim())));
  const [at = '', answers = '', situation = '', handlingItem = '', materials = '', form = '', notes = ''] = words.columns;
  const columns: Column<Row>[] = [
    { key: 'at', title: at, width: '3.5rem', align: 'right', render: (row) => row.at },
    { key: 'answers', title: answers, wrap: true, render: (row) => row.answers },
    { key: 'situation', title: situation, width: '11rem', wrap: true, render: (row) => <span className={row.dead ? 'is-danger' : ''}>{row.situation}</span> },
    { key: 'handlingItem', title: handlingItem, width: '10rem', wrap: true, render: (row) => row.handlingItem },
    { key: 'materials', title: materials, wrap: true, render: (row) => row.materials },
    { key: 'form', title: form, width: '9rem', wrap: true, render: (row) => row.form },
    { key: 'notes', title: notes, width: '12rem', wrap: true, render: (row) => row.notes },
  ];
  return (
    <section className="guide-paths">
      <div className="guide-paths__bar">
        <Input.Search allowClear aria-label={words.search} placeholder={words.search} value={sought} onChange={({ target }) => setSought(target.value)} style={{ maxWidth: '22rem' }} />
        <span className="muted small">{words.count(rows.length, report.pathCount)}</span>
        <span className="guide-paths__tools">
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{words.print}</Button>
          <Button onClick={onExport}>{words.export}</Button>
        </span>
      </div>
      <ListTable label={words.title} columns={columns} rows={shown} rowKey={(row) => String(row.at)} minWidth="62rem" empty={<Empty title={words.none} />} />
    </section>
  );
}
