import { evaluateForm, type Field, type FormDefinition, validateForm } from '@tongban/form-model';
import { atMost, medianOf, type Figure } from './lib/figures.ts';

const TODAY = '2026-11-20';

/** 100 fields, 30 of them conditional, three sums, a table of six columns. */
function buildForm(): FormDefinition {
  const fields: Field[] = Array.from({ length: 90 }, (_, index): Field => {
    const base = { id: `f${index}`, label: `栏目 ${index}`, required: index % 2 === 0 };
    if (index < 30) return { ...base, type: 'number', minimum: 0, maximum: 1_000_000 };
    const [own, next] = [`f${index - 30}`, `f${(index - 29) % 30}`];
    const when = [`${own} > 10 and ${next} != 3`, `${own} in (1, 2, 40) or ${next} >= 10`, `if ${own} = null then false else not(${own} < 5)`];
    if (index < 60) return { ...base, type: 'text', visibleWhen: when[index % 3] ?? 'true', maxLength: 100 };
    return index % 2 === 0 ? { ...base, type: 'date' } : { ...base, type: 'choice', options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }] };
  });
  fields.push(
    { type: 'table', id: 'rows', label: '明细', columns: [
      { type: 'text', id: 'c0', label: '品名', required: true }, { type: 'number', id: 'c1', label: '数量', required: true },
      { type: 'money', id: 'c2', label: '单价', required: true }, { type: 'money', id: 'c3', label: '金额', computed: 'c1 * c2' },
      { type: 'date', id: 'c4', label: '日期' }, { type: 'boolean', id: 'c5', label: '进口' },
    ] },
    { type: 'money', id: 'sum', label: '合计', computed: 'total(rows.c3)' },
    { type: 'number', id: 'count', label: '行数', computed: 'count(rows)' },
    { type: 'number', id: 'points', label: '得分', computed: 'f0 + f1 * 2' },
  );
  return { formatVersion: 1, title: '一百个栏目', sections: [{ id: 'main', rows: fields.map((field) => ({ cells: [{ kind: 'field', field }] })) }] };
}

function buildAnswers(): Record<string, unknown> {
  const answers = Array.from({ length: 90 }, (_, index): [string, unknown] => {
    if (index < 30) return [`f${index}`, 11 + index];
    if (index < 60) return [`f${index}`, '广安市广安区建设路'];
    return [`f${index}`, index % 2 === 0 ? '2026-03-05' : 'a'];
  });
  const rows = Array.from({ length: 10 }, (_, index) => ({ c0: `物品 ${index}`, c1: index + 1, c2: 12_345, c4: '2026-01-02', c5: false }));
  return { ...Object.fromEntries(answers), rows };
}

function timeOf(run: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const start = performance.now();
    run();
    if (round >= 10) times.push(performance.now() - start);
  }
  return medianOf(times);
}

/** Measures what the server does at each submission and a person waits for at each key; medians of 50 runs. @throws Error when the form does not take its answers */
export function measureForm(): Figure[] {
  const form = buildForm();
  const answers = buildAnswers();
  const first = validateForm(form, answers, { today: TODAY, mode: 'submit' });
  if (!first.ok) throw new Error(`bench form does not validate: ${JSON.stringify(first.issues[0])}`);
  return [
    atMost('form: validation of 100 fields with 30 conditions', timeOf(() => { validateForm(form, answers, { today: TODAY, mode: 'submit' }); }), 'ms', 5),
    atMost('form: evaluation of the same form at a key', timeOf(() => { evaluateForm(form, answers, { today: TODAY }); }), 'ms', 5),
  ];
}
