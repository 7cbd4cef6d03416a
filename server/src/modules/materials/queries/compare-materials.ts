import type { Kernel } from '../../../kernel/context.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { MergePreview } from '../merge.contract.ts';
import type { MaterialRecord } from '../material-record.ts';

const fields = [
  ['name', '名称'], ['type', '材料类型', 'material-type'], ['form', '材料形式', 'material-form'], ['necessity', '默认必要性', 'material-necessity'],
  ['source', '来源渠道', 'material-source'], ['sourceExplanation', '来源说明'], ['issuingAuthority', '出具机构'], ['pageFormat', '规格'],
  ['acceptanceStandard', '受理标准'], ['fillingInstructions', '填报须知'],
] as const satisfies readonly (readonly [field: keyof MaterialRecord, label: string, list?: string])[];

/** Where the library says something else of the others than of the kept one, as people read it. */
export async function compareMaterials(kernel: Kernel, kept: MaterialRecord, others: readonly MaterialRecord[]): Promise<MergePreview['differences']> {
  const lists = await listDictionaries(kernel, fields.flatMap(([, , list]) => list ?? []));
  const plain = fields.map(([field, label, list]) => {
    const read = (record: MaterialRecord): string | null => {
      const value = record[field];
      return list === undefined || value === null ? value : lists.get(list)?.entries.find(({ code }) => code === value)?.name ?? value;
    };
    return { field, label, kept: read(kept), others: others.map((record) => ({ code: record.code, value: read(record) })) };
  });
  const sensitive = {
    field: 'sensitive', label: '敏感材料', kept: kept.sensitive ? '是' : '否', others: others.map((record) => ({ code: record.code, value: record.sensitive ? '是' : '否' })),
  };
  return [...plain, sensitive].filter((difference) => difference.others.some(({ value }) => value !== difference.kept));
}
