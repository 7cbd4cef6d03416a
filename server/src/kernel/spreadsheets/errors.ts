import { defineErrors } from '../errors/index.ts';

const saveAs = '请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”后重新上传。';

/** Errors of files that cannot be read as a table at all; faults of single cells are issues, not errors. */
export const fail = defineErrors({
  'spreadsheets.empty-file': { kind: 'invalid', title: '“{name}”是空文件', detail: '请检查文件能否正常打开，然后重新选择文件上传。' },
  'spreadsheets.too-large': { kind: 'invalid', title: '“{name}”超过 {limit} MB', detail: '请删去图片和多余的工作表，或拆分为几个文件分次导入。' },
  'spreadsheets.old-format': { kind: 'invalid', title: '“{name}”是旧版的 xls 文件，不能读取', detail: saveAs },
  'spreadsheets.has-macros': { kind: 'invalid', title: '“{name}”中含有宏程序，已拒绝', detail: saveAs },
  'spreadsheets.encrypted': { kind: 'invalid', title: '“{name}”设有打开密码', detail: '请去除密码后重新上传。' },
  'spreadsheets.damaged': { kind: 'invalid', title: '“{name}”已损坏，无法读取', detail: saveAs },
  'spreadsheets.expands-too-far': { kind: 'invalid', title: '“{name}”解开后的内容异常庞大，已拒绝', detail: '请删去没有用到的行、列和工作表，重新保存后上传。' },
  'spreadsheets.not-a-table': { kind: 'invalid', title: '“{name}”是{found}，不是表格', detail: '请上传 xlsx 或 csv 文件。' },
  'spreadsheets.not-excel': { kind: 'invalid', title: '“{name}”不是 Excel 文件', detail: `它的内容与扩展名不符，可能是改了名的其他文件。${saveAs}` },
  'spreadsheets.not-a-paper': { kind: 'invalid', title: '“{name}”里没有可以读取的表格', detail: '请上传含有表格的 docx 或 xlsx 文件；旧版的 doc、xls 请先另存为新格式。' },
  'spreadsheets.paper-too-large': { kind: 'invalid', title: '“{name}”的表格太大', detail: '最多读取 {rows} 行、{columns} 列。请只保留要做成表单的一张表。' },
  'spreadsheets.unknown-encoding': { kind: 'invalid', title: '“{name}”的文字编码无法识别', detail: '请另存为 xlsx，或者 UTF-8、GBK 编码的 csv 后重新上传。' },
  'spreadsheets.sheet-missing': { kind: 'invalid', title: '文件中没有工作表“{sheet}”', detail: '文件中的工作表是：{found}。请使用下载的模板，不要改动工作表名称。' },
  'spreadsheets.header-missing': { kind: 'invalid', title: '工作表“{sheet}”的前 {rows} 行里没有找到表头', detail: '表头应有这些列：{titles}。请使用下载的模板，不要删除表头。' },
  'spreadsheets.columns-missing': { kind: 'invalid', title: '工作表“{sheet}”缺少列：{titles}', detail: '请在第 {row} 行表头中补上这些列，列名与模板一致。' },
  'spreadsheets.column-twice': { kind: 'invalid', title: '工作表“{sheet}”有两列“{title}”（{first} 和 {second}）', detail: '请删去多余的一列后重新上传。' },
  'spreadsheets.too-many-rows': { kind: 'invalid', title: '工作表“{sheet}”超过 {limit} 行', detail: '请拆分为几个文件分次导入。' },
  'spreadsheets.too-many-columns': { kind: 'invalid', title: '工作表“{sheet}”第 {row} 行超过 {limit} 列', detail: '请删去多余的列后重新上传。' },
});
