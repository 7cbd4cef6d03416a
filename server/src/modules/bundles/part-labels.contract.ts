import type { BundleContent } from './content.contract.ts';
import type { BundleParts } from './parts.contract.ts';

/** Chinese names of the parts of a configuration. */
export const partLabels: Readonly<Record<keyof BundleContent, string>> = {
  summary: '简介', audience: '服务对象', lifeStages: '生命周期', questions: '情形问卷', items: '事项与关联', sharedFields: '合并的字段', separateFields: '分别填写的字段',
  sharedMaterials: '合并的材料', promisedDays: '承诺总时限', notes: '提示', consultationTelephone: '咨询电话', supervisionTelephone: '监督投诉电话',
};

/** Whether a path such as `items.drainage` begins with a part of a configuration. */
export function isPartPath(path: string): boolean {
  return (path.split('.')[0] ?? '') in partLabels;
}

const singleLabels = { fields: '字段', materials: '材料' } as const;

interface Source { readonly item: string; readonly key: string }

/** Where a field or material of an item is: `fields.drainage.area`. */
export function singlePath(kind: keyof typeof singleLabels, { item, key }: Source): string {
  return `${kind}.${item}.${key}`;
}

/** One field of the one form, or one material of the one set, with its place in each item that asks for it. */
export interface SinglePart { readonly paths: readonly string[]; readonly label: string }

/** The single fields and materials as people call them: 字段 · 联系人（3 个事项共用）. */
export function listSingleParts({ items, fields, materials }: BundleParts): SinglePart[] {
  const nameOf = (item: string) => items.find(({ key }) => key === item)?.name ?? item;
  const partOf = (kind: keyof typeof singleLabels, name: string, sources: readonly Source[]): SinglePart => ({
    paths: sources.map((source) => singlePath(kind, source)),
    label: `${singleLabels[kind]} · ${name}（${sources.length > 1 ? `${sources.length} 个事项共用` : sources.map(({ item }) => nameOf(item)).join('')}）`,
  });
  return [...fields.map(({ label, sources }) => partOf('fields', label, sources)), ...materials.map(({ name, sources }) => partOf('materials', name, sources))];
}

/** A place in a configuration as people call it: 事项与关联 · 排水许可. */
export function partLabel({ questions, items }: BundleContent, path: string): string {
  const [part = '', key] = path.split('.');
  const label = Object.entries({ ...partLabels, ...singleLabels }).find(([name]) => name === part)?.[1] ?? part;
  const entry = part === 'items' ? items.find((one) => one.key === key)?.name : part === 'questions' ? questions.find((one) => one.key === key)?.text : undefined;
  return entry ? `${label} · ${entry}` : label;
}
