import { adoptAnswers, listAnswers, type SurveyAnswer, type SurveyQuestion, type SurveyTask } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { useContentWords } from '../../shared/content/use-content-words.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { usePaged } from '../../shared/list/use-paged.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { AnswerDrawer } from './AnswerDrawer.tsx';
import { refreshTask } from './refresh.ts';
import { text } from './text.ts';

const words = text.task;
const statuses = ['unanswered', 'unchanged', 'changed'] as const;
const tones: Readonly<Record<SurveyAnswer['status'], Tone>> = { unanswered: 'warning', unchanged: 'done', changed: 'todo' };

const pickId = (answerId: string | undefined, element: string | undefined): string => `adopt-${answerId ?? ''}-${element ?? ''}`;

interface Choice { chosen: ReadonlyMap<string, ReadonlySet<string>>; choose: (answerId: string, element: string, on: boolean) => void; offered: boolean }

function Differences({ answer, choice: { chosen, choose, offered } }: { answer: SurveyAnswer; choice: Choice }) {
  const describe = useContentWords();
  if (answer.differences.length === 0) return <span className="faint">{answer.status === 'unanswered' ? '' : words.none}</span>;
  return (
    <table className="survey__differences">
      <tbody>
        {answer.differences.map(({ element, label, before, after }) => (
          <tr key={element}>
            <th scope="row">
              {answer.adopted.includes(element) ? <>{label} <Tag tone="done">{words.adopted}</Tag></>
                : offered ? <Checkbox id={pickId(answer.id, element)} checked={chosen.get(answer.id)?.has(element) ?? false} onChange={(event) => choose(answer.id, element, event.target.checked)}>{label}</Checkbox> : label}
            </th>
            <td className="faint">{describe(element, before)}</td><td>{describe(element, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function columnsFor(choice: Choice): Column<SurveyAnswer>[] {
  return [
    { key: 'item', title: words.columns.item, width: '18rem', fixed: true, wrap: true, render: (row) => <><span className="list__strong">{row.itemName}</span><br /><span className="faint small number">{row.code}</span></> },
    { key: 'status', title: words.columns.status, width: '7rem', render: (row) => <Tag tone={tones[row.status]}>{words.statuses[row.status]}</Tag> },
    { key: 'differences', title: words.columns.differences, wrap: true, render: (row) => <Differences answer={row} choice={choice} /> },
    { key: 'by', title: words.columns.by, width: '9rem', render: (row) => (row.updatedAt ? <>{row.updatedByName}<br /><span className="faint small">{formatMoment(row.updatedAt)}</span></> : '') },
  ];
}

/** The items of a task: what the department says beside what the platform has; chosen elements are adopted. */
export function AnswerList({ task, questions, elements }: { task: SurveyTask; questions: readonly SurveyQuestion[]; elements: readonly string[] }) {
  const [filters, setFilters] = useFilters(['status']);
  const [opened, setOpened] = useState<SurveyAnswer>();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(adoptAnswers);
  const status = statuses.find((one) => one === filters.status);
  const query = status ? { status } : {};
  const paged = usePaged({ key: [listAnswers.id, task.id, query], fetch: (page, signal) => api.call(listAnswers, { params: { taskId: task.id }, query: { ...query, ...page } }, { signal }) });
  const choose = (answerId: string, element: string, on: boolean) => setChosen((before) => {
    const some = new Set(before.get(answerId));
    if (on) some.add(element); else some.delete(element);
    return new Map([...before, [answerId, some]]);
  });
  const wanted = [...chosen].map(([answerId, some]) => ({ answerId, elements: [...some] })).filter((one) => one.elements.length > 0);
  const open = paged.rows.flatMap(({ id, differences, adopted }) => differences.filter(({ element }) => !adopted.includes(element)).map(({ element }) => pickId(id, element)));
  const firstPick = open[0] ?? pickId(undefined, undefined);
  const missing = useMissing({ [firstPick]: wanted.length === 0 && (open.length === 0 ? words.noneToAdopt : words.needChoice) });
  const adopt = () => {
    if (!missing.check()) return;
    void run({ params: { taskId: task.id }, body: { revision: task.revision, answers: wanted.slice(0, 100) } }, ({ adopted }) => { void message.success(words.adoptedCount(adopted)); setChosen(new Map()); refreshTask(task.id); });
  };
  return (
    <>
      <ProblemAlert problem={problem} onRefresh={() => refreshTask(task.id)} />
      <div className="wb-page__bar">
        <Segmented value={status ?? ''} options={[{ value: '', label: words.all }, ...statuses.map((one) => ({ value: one, label: words.statuses[one] }))]} onChange={(next) => setFilters({ status: next })} />
        {task.abilities.adopt ? <Button type="primary" loading={busy} onClick={adopt}>{words.adopt}</Button> : null}
        {wanted.length > 0 ? <span className="muted">{words.chose(wanted.reduce((sum, one) => sum + one.elements.length, 0))}</span> : <Lack text={missing.of(firstPick)} />}
      </div>
      <ListFrame
        label={words.columns.item} columns={columnsFor({ chosen, choose, offered: task.abilities.adopt })} rowKey={(row) => row.id} paged={paged} minWidth="66rem"
        {...(task.abilities.answer ? { onOpen: setOpened } : {})} empty={words.empty}
      />
      {opened ? <AnswerDrawer key={opened.id} answer={opened} questions={questions} elements={elements} onClose={() => setOpened(undefined)} onSaved={() => { setOpened(undefined); refreshTask(task.id); }} /> : null}
    </>
  );
}
