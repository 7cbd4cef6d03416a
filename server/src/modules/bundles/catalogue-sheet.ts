import { choiceList, defineSheet, type Sheet, type SheetColumn } from '../../kernel/spreadsheets/index.ts';
import { bundleStateLabels, renewalLabels, type BundleSummary } from './contract.ts';

/** Name of the sheet of the catalogue, in templates, imports and exports. */
export const catalogueSheetName = '一件事目录';

/** Columns that a list is read by; what is exported can be sent in again. */
export const entryColumns = {
  code: { title: '编码', required: true }, name: { title: '一件事名称', required: true, aliases: ['名称', '“一件事”名称'] }, batch: { title: '批次' },
  audience: { title: '服务对象', required: true }, leadDepartmentName: { title: '牵头部门' }, cooperatingDepartmentNames: { title: '配合部门', aliases: ['责任部门', '配合单位'] },
} as const;

export const audienceChoices = choiceList([{ code: 'person', name: '个人' }, { code: 'company', name: '企业' }]);

type Row = Pick<BundleSummary, 'code' | 'name' | 'batch' | 'audience' | 'leadDepartmentName' | 'cooperatingDepartmentNames'>;

const columns: readonly SheetColumn<Row>[] = [
  { ...entryColumns.code, width: 18, note: '字母、数字和短横线，最多 40 位，如 2024-1-03；编码已有的，更新这一条的名称、批次和部门。', value: ({ code }) => code },
  { ...entryColumns.name, width: 36, value: ({ name }) => name }, { ...entryColumns.batch, width: 20, note: '如 2024年度第一批、地方特色。', value: ({ batch }) => batch },
  { ...entryColumns.audience, width: 12, choices: audienceChoices.choices, value: ({ audience }) => audienceChoices.label(audience) },
  { ...entryColumns.leadDepartmentName, width: 24, value: (row) => row.leadDepartmentName },
  { ...entryColumns.cooperatingDepartmentNames, width: 40, note: '多个部门用“、”隔开，最多 40 个。', value: (row) => row.cooperatingDepartmentNames.join('、') },
];

/** An empty list to fill in, with drop-downs and notes. */
export function catalogueTemplate(): Sheet[] {
  return [defineSheet<Row>({ name: catalogueSheetName, columns, rows: [] })];
}

/** The catalogue with how far each entry has come. */
export function catalogueSheet(rows: readonly BundleSummary[]): Sheet[] {
  return [defineSheet<BundleSummary>({
    name: catalogueSheetName, rows, columns: [
      ...columns, { title: '认领部门', width: 22, value: ({ lead }) => lead?.name }, { title: '状态', width: 10, value: ({ state }) => bundleStateLabels[state] }, { title: '新版本', width: 14, value: ({ renewal }) => (renewal === null ? null : renewalLabels[renewal]) },
      { title: '关联事项数', width: 12, format: 'integer', value: ({ itemCount }) => itemCount }, { title: '版本', width: 8, format: 'integer', value: ({ versionNumber }) => versionNumber },
      { title: '已对外发布', width: 12, value: ({ publishedVersionId }) => publishedVersionId !== null }, { title: '更新时间', width: 18, format: 'instant', value: ({ updatedAt }) => new Date(updatedAt) },
    ],
  })];
}
