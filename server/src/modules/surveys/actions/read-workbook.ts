import type { Context } from '../../../kernel/context.ts';
import type { UploadedFile } from '../../../kernel/module/index.ts';
import { openSpreadsheet, openTable, RowReader, type CellIssue, type Spreadsheet } from '../../../kernel/spreadsheets/index.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import { completeSaid, findContentIssues, loadLists, readWorkbook } from '../../item-exchange/index.ts';
import { fail } from '../errors.ts';
import { getTaskRecord, type TaskRecord } from '../queries/get-task.ts';
import { allAnswers, type AnswerRecord } from '../queries/list-answers.ts';
import { askedElements, findReplyIssues, pickAsked, requireOpen, writeAnswers, type Filled } from './fill-task.ts';

/** What a returned workbook held. */
export interface Returned {
  readonly read: number;
  readonly filled: readonly Filled[];
  readonly issues: readonly CellIssue[];
}

/** Reads a workbook back: rows without faults are kept as answers, faults are told by cell. @throws errors of `openSpreadsheet` */
export async function uploadTask(ctx: Context, taskId: string, files: readonly UploadedFile[]): Promise<{ task: TaskRecord; returned: Returned }> {
  const task = await getTaskRecord(ctx, taskId, 'surveys.task.fill');
  requireOpen(task);
  const [upload] = files;
  if (!upload || files.length > 1) throw fail('surveys.one-file');
  const file = await openSpreadsheet(upload);
  const returned = await readAnswers(ctx, task, file);
  await writeAnswers(ctx, task, returned.filled);
  return { task: await getTaskRecord(ctx, taskId, 'surveys.task.fill'), returned };
}

async function readAnswers(ctx: Context, task: TaskRecord, file: Spreadsheet): Promise<Returned> {
  const answerOf = new Map((await allAnswers(ctx, task.id)).map((answer) => [answer.code, answer]));
  const replies = await readReplies(task, file);
  const { rows, warnings } = await readWorkbook(file, await loadLists(ctx));
  const questions = new Set(task.questions.map(({ text }) => text));
  const issues: CellIssue[] = warnings.filter(({ message }) => ![...questions].some((text) => message.includes(`“${text.slice(0, 40)}”`)));
  const filled: Filled[] = [];
  const seen = new Set<string>();
  let read = 0;
  for await (const row of rows) {
    read += 1;
    const refuse = (message: string): void => { issues.push({ position: row.position, severity: 'error', message }); };
    issues.push(...row.issues);
    const answer = answerOf.get(row.code);
    if (!answer) { if (row.code !== '') refuse(`编码“${row.code}”不在本部门的调研任务中。`); continue; }
    if (seen.has(row.code)) { refuse(`编码“${row.code}”有两行，请只保留一行。`); continue; }
    seen.add(row.code);
    if (row.basedOn !== undefined && row.basedOn !== String(answer.revision)) { refuse('这个事项在您下载之后又有人填报，请重新下载后再填。'); continue; }
    if (row.issues.some(({ severity }) => severity === 'error')) continue;
    const one = { answer, values: valuesOf(task, answer, completeSaid(row, answer.values as ItemElements)), replies: replies.get(row.code) ?? answer.replies };
    const faults = [...findContentIssues(one.values, askedElements(task)), ...findReplyIssues(task.questions, one.replies)];
    if (faults.length > 0) faults.forEach(refuse);
    else filled.push(one);
  }
  return { read, filled, issues: issues.slice(0, 500) };
}

function valuesOf(task: TaskRecord, answer: AnswerRecord, said: Partial<ItemElements>): Partial<ItemElements> {
  // Whether the values have the shape of their elements is checked before they are kept.
  return { ...answer.values, ...pickAsked(task, said) } as Partial<ItemElements>;
}

/** The replies to the questions, by the items' codes. */
async function readReplies(task: TaskRecord, file: Spreadsheet): Promise<Map<string, Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  if (task.questions.length === 0) return found;
  const table = await openTable(file, { sheet: '事项', columns: { code: { title: '地方实施编码', required: true }, ...Object.fromEntries(task.questions.map(({ key, text }) => [`q:${key}`, { title: text }])) } as Record<string, { title: string; required?: boolean }> });
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    const code = reader.line('code', { max: 100 });
    const replies = task.questions.flatMap(({ key }) => { const reply = reader.text(`q:${key}`, { max: 2_000 }); return reply === undefined ? [] : [[key, reply] as const]; });
    if (code !== undefined) found.set(code, Object.fromEntries(replies));
  }
  return found;
}
