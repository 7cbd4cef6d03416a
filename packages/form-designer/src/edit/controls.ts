import type { Cell, Field, FieldType } from '@tongban/form-model';

/** Everything that can be put into a form: kinds of field, and what only lays it out. */
export type Control = FieldType | 'section' | 'heading' | 'note' | 'vertical' | 'blank';

export interface ControlInfo {
  readonly control: Control;
  readonly label: string;
  /** What it is for, in a few words. */
  readonly hint: string;
}

/** The palette of the designer, by group (FRM-01). */
export const CONTROL_GROUPS: readonly { readonly label: string; readonly controls: readonly ControlInfo[] }[] = [
  { label: '文本与数字', controls: [
    { control: 'text', label: '单行文字', hint: '名称、编号等一行文字' }, { control: 'multiline', label: '多行文字', hint: '情况说明、事由' },
    { control: 'number', label: '数字', hint: '面积、人数，可带单位' }, { control: 'money', label: '金额', hint: '以元填写' },
  ] },
  { label: '选择与日期', controls: [
    { control: 'choice', label: '单选', hint: '几项里选一项，或用字典' }, { control: 'choices', label: '多选', hint: '可以选几项' }, { control: 'boolean', label: '是否', hint: '是或否，也作承诺勾选' },
    { control: 'date', label: '日期', hint: '某一天' }, { control: 'dateRange', label: '起止日期', hint: '从哪天到哪天' },
  ] },
  { label: '人员与单位', controls: [
    { control: 'personName', label: '姓名', hint: '含少数民族姓名' }, { control: 'residentId', label: '身份证号码', hint: '校验最后一位' }, { control: 'identityDocument', label: '证件', hint: '证件类型和号码' },
    { control: 'mobile', label: '手机号码', hint: '11 位手机号' }, { control: 'organization', label: '组织', hint: '单位名称和统一社会信用代码' }, { control: 'creditCode', label: '统一社会信用代码', hint: '18 位，校验' },
  ] },
  { label: '地点', controls: [{ control: 'region', label: '行政区划', hint: '逐级选到村（社区）' }, { control: 'address', label: '地址', hint: '区划加详细地址' }] },
  { label: '文件', controls: [{ control: 'attachment', label: '附件', hint: '上传文件' }, { control: 'image', label: '图片', hint: '照片，纸面上印出来' }, { control: 'signature', label: '签名', hint: '手写或上传签名' }] },
  { label: '表格与布局', controls: [
    { control: 'table', label: '表格', hint: '可以增加行的明细' }, { control: 'section', label: '分组', hint: '带标题的一部分' }, { control: 'heading', label: '小标题', hint: '一行加粗文字' },
    { control: 'note', label: '说明文字', hint: '填表须知' }, { control: 'vertical', label: '竖排文字', hint: '纸面左侧的合并格' }, { control: 'blank', label: '空白格', hint: '纸面上留空' },
  ] },
];

const INFO: ReadonlyMap<Control, ControlInfo> = new Map(CONTROL_GROUPS.flatMap(({ controls }) => controls).map((info) => [info.control, info]));

/** What people call a control. */
export function controlLabel(control: Control): string {
  return INFO.get(control)?.label ?? control;
}

const OPTIONS = [{ value: '1', label: '选项一' }, { value: '2', label: '选项二' }];

/** An id that nothing in the form has: `text1`, `text2` … */
export function newId(prefix: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** A new field of a kind as it comes from the palette. */
export function newField(type: FieldType, taken: ReadonlySet<string>): Field {
  const id = newId(type, taken);
  const label = controlLabel(type);
  switch (type) {
    case 'choice':
    case 'choices':
      return { type, id, label, options: OPTIONS };
    case 'table':
      return { type, id, label, columns: [{ type: 'text', id: newId('text', taken), label: '第一列' }] };
    default:
      return { type, id, label } as Field;
  }
}

/** The cell a control makes; undefined for a group, which is not in a cell. */
export function newCell(control: Control, taken: ReadonlySet<string>): Cell | undefined {
  switch (control) {
    case 'section': return undefined;
    case 'heading': return { kind: 'text', text: '小标题', style: 'heading' };
    case 'note': return { kind: 'text', text: '说明文字', style: 'note' };
    case 'vertical': return { kind: 'text', text: '竖排文字', style: 'vertical', colSpan: 1 };
    case 'blank': return { kind: 'text', text: '' };
    case 'table': return { kind: 'field', field: newField('table', taken), labelSpan: 0 };
    default: return { kind: 'field', field: newField(control, taken) };
  }
}

/** Whether a control makes a field. */
export function isFieldType(control: Control): control is FieldType {
  return !['section', 'heading', 'note', 'vertical', 'blank'].includes(control);
}
