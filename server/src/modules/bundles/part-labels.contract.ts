import type { BundleContent } from './content.contract.ts';

/** Chinese names of the parts of a configuration. */
export const partLabels: Readonly<Record<keyof BundleContent, string>> = {
  summary: '简介', audience: '服务对象', lifeStages: '生命周期', questions: '情形问卷', items: '事项与关联', sharedFields: '合并的字段', separateFields: '分别填写的字段',
  sharedMaterials: '合并的材料', promisedDays: '承诺总时限', notes: '提示', consultationTelephone: '咨询电话', supervisionTelephone: '监督投诉电话',
};

/** Whether a path such as `items.drainage` begins with a part of a configuration. */
export function isPartPath(path: string): boolean {
  return (path.split('.')[0] ?? '') in partLabels;
}

/** A place in a configuration as people call it: 事项与关联 · 排水许可. */
export function partLabel({ questions, items }: BundleContent, path: string): string {
  const [part = '', key] = path.split('.');
  const label = Object.entries(partLabels).find(([name]) => name === part)?.[1] ?? part;
  const entry = part === 'items' ? items.find((one) => one.key === key)?.name : part === 'questions' ? questions.find((one) => one.key === key)?.text : undefined;
  return entry ? `${label} · ${entry}` : label;
}
