import type { Kernel } from '../../../kernel/context.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import { choiceList, defineSheet, type ChoiceList, type Sheet } from '../../../kernel/spreadsheets/index.ts';
import { elementLabel } from '../../catalog/contract.ts';
import { inheritedNames, licenceReformLabels, licenceReforms } from '../entry.contract.ts';

/** Names of the sheets of a directory's workbook. */
export const entrySheetName = '基本目录';
export const basisSheetName = '设定依据';

/** Columns of the sheet of entries, by the names that the national exchange gives its fields. */
export const entryColumns = {
  catalogCode: { title: '基本编码' }, localCatalogCode: { title: '地方基本编码' }, parentCode: { title: '主项编码' }, taskName: { title: '事项名称', required: true },
  taskType: { title: '事项类型', required: true }, guidanceDepartment: { title: '业务指导部门' }, useLevel: { title: '行使层级', required: true },
  legalDays: { title: '法定办结时限（工作日）' }, licenceReform: { title: '证照分离改革方式' }, lockedElements: { title: '锁定要素' }, taskState: { title: '事项状态' },
  planEffectiveDate: { title: '计划生效日期' }, planCancelDate: { title: '计划取消日期' }, remark: { title: '备注' },
} as const;

/** Columns of the sheet of legal bases; an entry may have several. */
export const basisColumns = {
  code: { title: '编码', required: true }, lawName: { title: '法律法规名称', required: true }, documentNumber: { title: '文号' },
  clauseNumber: { title: '条款号', required: true }, clauseContent: { title: '条款内容', required: true },
} as const;

/** The lists from which cells are chosen. */
export interface EntryChoices { taskType: ChoiceList; useLevel: ChoiceList; taskState: ChoiceList; licenceReform: ChoiceList; lockedElements: ChoiceList }

export async function readChoices(kernel: Kernel): Promise<EntryChoices> {
  const lists = await listDictionaries(kernel, ['task-type', 'exercise-level']);
  const active = (code: string) => choiceList(lists.get(code)?.entries.filter((entry) => entry.active) ?? []);
  return {
    taskType: active('task-type'), useLevel: active('exercise-level'),
    taskState: choiceList([{ code: '1', name: '在用' }, { code: '2', name: '暂停' }, { code: '3', name: '取消' }]),
    licenceReform: choiceList(licenceReforms.map((code) => ({ code, name: licenceReformLabels[code] }))),
    lockedElements: choiceList(inheritedNames.map((code) => ({ code, name: elementLabel(code) }))),
  };
}

/** An empty workbook to fill in, with drop-downs and notes (CAT-12). */
export async function entryTemplate(kernel: Kernel): Promise<Sheet[]> {
  const { taskType, taskState, licenceReform, useLevel, lockedElements } = await readChoices(kernel);
  const column = (head: { title: string; required?: boolean }, extra: object = {}) => ({ ...head, ...extra, value: () => null });
  const entry = entryColumns;
  return [
    defineSheet({ name: entrySheetName, rows: [], columns: [
      column(entry.catalogCode, { width: 16, note: '12 位：区划 2 位（国家为 00）、事项类型 2 位、业务指导部门 2 位、主项 3 位、子项 3 位，如 000104002000。' }),
      column(entry.localCatalogCode, { width: 20, note: '省、市自编的编码；与基本编码至少填一个。' }), column(entry.parentCode, { width: 16, note: '子项填写主项的编码；有基本编码的可以不填。' }),
      column(entry.taskName, { width: 40 }), column(entry.taskType, { width: 14, choices: taskType.choices }),
      column(entry.guidanceDepartment, { width: 16, note: '业务指导部门的两位代码；有基本编码的可以不填，没有代码的填部门名称。' }),
      column(entry.useLevel, { width: 22, note: `多个层级用“、”隔开：${useLevel.choices.join('、')}。` }), column(entry.legalDays, { width: 14, format: 'integer' }),
      column(entry.licenceReform, { width: 18, choices: licenceReform.choices }), column(entry.lockedElements, { width: 24, note: `下级清单不能修改的要素，用“、”隔开：${lockedElements.choices.join('、')}。` }),
      column(entry.taskState, { width: 10, choices: taskState.choices }), column(entry.planEffectiveDate, { width: 14, format: 'date' }),
      column(entry.planCancelDate, { width: 14, format: 'date' }), column(entry.remark, { width: 24 }),
    ] }),
    defineSheet({ name: basisSheetName, rows: [], columns: [
      column(basisColumns.code, { width: 16, note: '所属目录事项的基本编码或地方基本编码，一个事项可以有多行。' }), column(basisColumns.lawName, { width: 30 }),
      column(basisColumns.documentNumber, { width: 20 }), column(basisColumns.clauseNumber, { width: 14 }), column(basisColumns.clauseContent, { width: 60 }),
    ] }),
  ];
}
