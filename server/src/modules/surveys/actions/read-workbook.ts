import type { Context } from '../../../kernel/context.ts';
import type { UploadedFile } from '../../../kernel/module/index.ts';
import { openSpreadsheet, openTable, RowReader, type CellIssue, type Spreadsheet } from '../../../kernel/spreadsheets/index.ts';
import { isSame, type ItemElements } from '../../catalog/contract.ts';
import { completeSaid, loadLists, readWorkbook, type ListedRow } from '../../item-exchange/index.ts';
import { fail } from '../errors.ts';
import { askedElements, getTaskRecord, type TaskRecord } from '../queries/get-task.ts';
import { allAnswers, type AnswerRecord } from '../queries/list-answers.ts';
import { checkFilled, type Filled } from './check-filled.ts';
import { findReplyIssues, pickAsked, requireOpen, writeAnswers } from './fill-task.ts';

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
  // What says again what was said before leaves the answer with whoever said it.
  await writeAnswers(ctx, task, returned.filled.filter((one) => one.answer.status === 'unanswered' || !saysTheSame(task, one)));
  return { task: await getTaskRecord(ctx, taskId, 'surveys.task.fill'), returned };
}

async function readAnswers(ctx: Context, task: TaskRecord, file: Spreadsheet): Promise<Returned> {
  const answerOf = new Map((await allAnswers(ctx, task.id)).map((answer) => [answer.code, answer]));
  const replies = await readReplies(task, file);
  const { rows, warnings } = await readWorkbook(file, await loadLists(ctx));
  const questions = new Set(task.questions.map(({ text }) => text));
  const issues: CellIssue[] = warnings.filter(({ message }) => ![...questions].some((text) => message.includes(`“${text.slice(0, 40)}”`)));
  const read: { row: ListedRow; one: Filled }[] = [];
  const seen = new Set<string>();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const refuse = (message: string): void => { issues.push({ position: row.position, severity: 'error', message }); };
    issues.push(...row.issues);
    const answer = answerOf.get(row.code);
    if (!answer) { if (row.code !== '') refuse(`编码“${row.code}”不在本部门的调研任务中。`); continue; }
    if (seen.has(row.code)) { refuse(`编码“${row.code}”有两行，请只保留一行。`); continue; }
    seen.add(row.code);
    const one = { answer, values: valuesOf(task, answer, completeSaid(row, answer.values as ItemElements)), replies: replies.get(row.code) ?? answer.replies };
    const wrong = row.issues.some(({ severity }) => severity === 'error');
    if (isOvertaken(ctx, row, answer) && (wrong || !saysTheSame(task, one))) {
      refuse(`“${answer.itemName}”在您下载之后由${answer.updatedByName ?? '其他人'}改过，与这一行不同；请重新下载，看过最新内容再填这一行。`);
    } else if (!wrong) {
      read.push({ row, one });
    }
  }
  const faultsOf = await checkFilled(ctx, task, read.map(({ one }) => one));
  const filled = read.filter(({ row, one }) => {
    const faults: CellIssue[] = [
      ...(faultsOf.get(one) ?? []).map(({ element, severity, message }) => ({ position: row.cellOf?.(element) ?? row.position, severity, message })),
      ...findReplyIssues(task.questions, one.replies).map((message) => ({ position: row.position, severity: 'error' as const, message })),
    ];
    issues.push(...faults);
    return !faults.some(({ severity }) => severity === 'error');
  });
  return { read: count, filled: filled.map(({ one }) => one), issues: issues.slice(0, 500) };
}

/** Whether somebody else has filled in an item since the sheet was downloaded; one's own earlier uploads are no obstacle. */
function isOvertaken({ actor }: Context, { basedOn }: ListedRow, { revision, updatedById, heldSince }: AnswerRecord): boolean {
  if (basedOn === undefined || basedOn === String(revision)) return false;
  return updatedById !== actor.id || heldSince === null || !(Number(basedOn) >= heldSince);
}

function saysTheSame(task: TaskRecord, { answer, values, replies }: Filled): boolean {
  return isSame(answer.replies, replies) && askedElements(task).every((name) => isSame(answer.values[name], values[name]));
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
