import type { QueryOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { listLicenceTypes } from '../../licences/index.ts';
import { mostExportedMaterials, type exportMaterials as operation, type MaterialSummary } from '../contract.ts';
import { materialStateLabels } from '../states.ts';
import { findStandardMaterials } from './list-materials.ts';

type Filter = QueryOf<typeof operation>;
const atOnce = 100;
const kindLabels = { application: '申请材料', issued: '核发材料' } as const;

/** The library as an Excel file: the list's filters and order, read a hundred rows at a time while the file is sent (CAT-05). */
export async function exportMaterials(ctx: Context, filter: Filter): Promise<FileAnswer> {
  const [lists, types] = await Promise.all([listDictionaries(ctx.kernel, ['material-type', 'material-source']), listLicenceTypes(ctx.kernel)]);
  const nameOf = (list: string, code: string) => lists.get(list)?.entries.find((entry) => entry.code === code)?.name ?? code;
  const licences = new Map(types.map(({ code, name }) => [code, name]));
  await recordAuditNow(ctx, { action: 'materials.export-materials', objectType: 'standard-material', objectId: 'list', detail: { ...filter } });
  return workbookAnswer(`标准材料-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [defineSheet<MaterialSummary>({
    name: '标准材料', rows: readAll(ctx, filter),
    columns: [
      { title: '编码', width: 14, value: ({ code }) => code }, { title: '材料名称', width: 40, value: ({ name }) => name }, { title: '别名', width: 32, value: ({ aliases }) => aliases.join('、') },
      { title: '类别', width: 12, value: ({ kind }) => kindLabels[kind] }, { title: '材料类型', width: 14, value: ({ type }) => nameOf('material-type', type) },
      { title: '来源渠道', width: 16, value: ({ source }) => nameOf('material-source', source) }, { title: '出具机构', width: 28, value: ({ issuingAuthority }) => issuingAuthority },
      { title: '对应证照', width: 28, value: ({ licenceTypes }) => licenceTypes.map((code) => licences.get(code) ?? code).join('、') }, { title: '敏感', width: 8, value: ({ sensitive }) => sensitive },
      { title: '使用事项', format: 'integer', value: ({ itemCount }) => itemCount }, { title: '文件', format: 'integer', value: ({ fileCount }) => fileCount },
      { title: '状态', width: 10, value: ({ state }) => materialStateLabels[state] }, { title: '归并到', width: 34, value: ({ mergedInto }) => mergedInto && `${mergedInto.code} ${mergedInto.name}` },
      { title: '更新时间', format: 'instant', width: 20, value: ({ updatedAt }) => new Date(updatedAt) },
    ],
  })]);
}

async function* readAll(ctx: Context, filter: Filter): AsyncGenerator<MaterialSummary> {
  let cursor: string | null | undefined;
  for (let count = 0; cursor !== null && count < mostExportedMaterials;) {
    const page = await findStandardMaterials(ctx, { ...filter, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    count += page.items.length;
    cursor = page.nextCursor;
  }
}
