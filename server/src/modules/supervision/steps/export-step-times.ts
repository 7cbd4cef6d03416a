import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import type { exportStepTimes as operation, StepTime } from '../contract.ts';
import { readStepTimes } from './read-step-times.ts';

/** Hours with one decimal, as a spreadsheet reckons with them. */
const hours = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds / 360) / 10);

/** The times of the steps as a workbook. */
export async function exportStepTimes(ctx: Context, query: QueryOf<typeof operation>): Promise<FileAnswer> {
  const { process, steps } = await readStepTimes(ctx, query);
  const sheet = defineSheet<StepTime>({
    name: '环节耗时', rows: steps,
    columns: [
      { title: '环节', width: 28, value: (row) => row.name }, { title: '件次', width: 10, value: (row) => row.count },
      { title: '等待中位（小时）', width: 18, value: (row) => hours(row.waiting.median) }, { title: '等待90%（小时）', width: 18, value: (row) => hours(row.waiting.p90) },
      { title: '办理中位（小时）', width: 18, value: (row) => hours(row.handling.median) }, { title: '办理90%（小时）', width: 18, value: (row) => hours(row.handling.p90) },
      { title: '总用时中位（小时）', width: 20, value: (row) => hours(row.total.median) }, { title: '总用时90%（小时）', width: 20, value: (row) => hours(row.total.p90) },
    ],
  });
  return workbookAnswer(`${process.name}第${process.version}版环节耗时-${query.from}-${query.to}.xlsx`, [sheet]);
}
