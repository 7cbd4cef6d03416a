import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer, type SheetColumn } from '../../../kernel/spreadsheets/index.ts';
import { itemSheets, loadLists, type ExportedItem } from '../../item-exchange/index.ts';
import type { SurveyQuestion } from '../contract.ts';
import { askedElements, type TaskRecord } from './get-task.ts';
import { allAnswers } from './list-answers.ts';

interface Line { readonly topic: string; readonly text: string }

/** The workbook a department fills in: only the elements asked, prefilled, with drop-downs, notes and the questions (CAT-13). */
export async function writeTaskWorkbook(ctx: Context, task: TaskRecord): Promise<FileAnswer> {
  const answers = await allAnswers(ctx, task.id);
  const replyOf = new Map(answers.map(({ code, replies }) => [code, replies]));
  const items = answers.map(({ code, itemName, values, revision }): ExportedItem => (
    { code, name: itemName, mark: String(revision), elements: { localTaskCode: code, name: itemName, ...values } }));
  const more = task.questions.map((question) => questionColumn(question, replyOf));
  const lines: Line[] = [
    { topic: '调研表', text: task.title }, { topic: '填报部门', text: task.organizationName }, { topic: '截止日期', text: task.dueOn }, { topic: '填报要求', text: task.instructions },
    { topic: '怎样填', text: '已填好的是平台现有内容：没有变化的不用改，有变化的直接改。留空表示不改。填好后在工作台“梳理工作台”上传，再点“确认”。' },
  ];
  return workbookAnswer(`${task.title}_${task.organizationName}.xlsx`.replace(/[\\/:*?"<>|]/g, ''), [
    defineSheet<Line>({ name: '填报说明', rows: lines, columns: [{ title: '项目', width: 16, value: ({ topic }) => topic }, { title: '内容', width: 80, value: ({ text }) => text }] }),
    ...itemSheets(() => items, await loadLists(ctx), { parts: 'all', only: new Set(askedElements(task)), more }),
  ]);
}

function questionColumn({ key, text, kind, options, required }: SurveyQuestion, replyOf: ReadonlyMap<string, Readonly<Record<string, string>>>): SheetColumn<ExportedItem> {
  const choices = kind === 'yes-no' ? ['是', '否'] : kind === 'choice' ? options ?? [] : undefined;
  return { title: text, width: 30, required, ...(choices ? { choices } : {}), note: `${required ? '必答。' : ''}调研问题，逐个事项回答。`, value: ({ code }) => replyOf.get(code)?.[key] ?? null };
}
