import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { getVersionRecord, listHandlingItemNames } from '../../catalog/index.ts';
import { describeAnswers, listWays } from '../list-ways.contract.ts';
import type { GuidanceResult } from '../results.contract.ts';

/** Every way through the questions of a version with what it leads to, as a workbook (GDE-02). */
export async function exportWays(ctx: Context, versionId: string): Promise<FileAnswer> {
  const { version, item } = await getVersionRecord(ctx, versionId, 'catalog.item.view');
  const { elements } = version;
  const handlingItems = await listHandlingItemNames(ctx, item.id);
  const unless = (result: GuidanceResult, value: string): string => (result.situation === null || result.situation.refused ? '' : value);
  const sheet = defineSheet<GuidanceResult & { at: number }>({
    name: '全部路径', rows: listWays({ itemId: item.id, versionId, elements }).map((result, index) => ({ ...result, at: index + 1 })),
    columns: [
      { title: '序号', width: 8, value: ({ at }) => at }, { title: '回答', width: 60, value: ({ answers }) => describeAnswers({ elements }, answers) },
      { title: '情形', width: 28, value: ({ situation }) => situation?.name ?? '没有去向' }, { title: '能否办理', width: 12, value: ({ situation }) => (situation?.refused ? '不在这里办' : '能') },
      { title: '业务办理项', width: 30, value: (row) => unless(row, handlingItems.get(row.situation?.handlingItemId ?? '') ?? item.name) },
      { title: '材料', width: 60, value: (row) => unless(row, row.materials.map(({ material }) => material.name).join('、')) },
      { title: '表单', width: 26, value: (row) => unless(row, elements.forms.find(({ key }) => key === row.formKey)?.name ?? '') }, { title: '提示', width: 50, value: ({ notes }) => notes.join('；') },
    ],
  });
  return workbookAnswer(`情形引导-${elements.name.slice(0, 60)}-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}
