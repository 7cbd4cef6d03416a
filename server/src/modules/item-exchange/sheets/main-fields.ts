import { elementInfo, elementNames, ItemElements, type ElementName } from '../../catalog/contract.ts';
import type { Field } from './field.ts';

/** Name of the sheet that has a row per item. */
export const mainSheet = '事项';

/** A column of the main sheet; an element of several parts has a column for each. */
export interface MainField extends Field {
  readonly element: ElementName;
  readonly part?: 'days' | 'unit' | 'explanation' | 'mode' | 'url';
}

interface Bounds { readonly maxLength?: number; readonly maximum?: number; readonly items?: object }

function boundsOf(element: ElementName): Bounds {
  // Schemas of every kind; those without bounds have none of these members.
  const schema: object = ItemElements.properties[element];
  return schema;
}

function simple(element: ElementName, kind: Field['kind']): MainField {
  const { label, help, dictionary } = elementInfo[element];
  const { maxLength, maximum } = boundsOf(element);
  const list = kind === 'code' || kind === 'codes' ? dictionary ?? element : undefined;
  return { key: element, element, title: label, kind, note: help, max: maximum ?? maxLength ?? 1_000, ...(list ? { list } : {}) };
}

function limit(element: 'legalLimit' | 'promisedLimit'): MainField[] {
  const { label, help } = elementInfo[element];
  return [
    { key: `${element}.days`, element, part: 'days', title: label, kind: 'number', note: help, max: 3650 },
    { key: `${element}.unit`, element, part: 'unit', title: `${label}单位`, kind: 'code', list: 'limit-unit', note: '不填按工作日。', max: 10 },
    { key: `${element}.explanation`, element, part: 'explanation', title: `${label}说明`, kind: 'text', note: '需要说明时填写。', max: 500 },
  ];
}

function handling(): MainField[] {
  const { label, help } = elementInfo.handling;
  return [
    { key: 'handling.mode', element: 'handling', part: 'mode', title: label, kind: 'code', list: 'handling-mode', note: help, max: 10 },
    { key: 'handling.url', element: 'handling', part: 'url', title: '网上办理地址', kind: 'line', note: '在其他网站办理的，填写网址，以 http:// 或 https:// 开头。', max: 1_000 },
  ];
}

function fieldsOf(element: ElementName): MainField[] {
  const { kind } = elementInfo[element];
  if (element === 'handling') return handling();
  if (kind === 'limit') return element === 'legalLimit' || element === 'promisedLimit' ? limit(element) : [];
  return kind === 'entries' || kind === 'document' || kind === 'organization' ? [] : [simple(element, kind)];
}

/** What lists of other origin call a column. */
const aliases: Partial<Record<ElementName, readonly string[]>> = {
  localTaskCode: ['事项编码', '地方编码'], departmentName: ['实施部门', '部门', '部门名称'], regionCode: ['区划代码', '行政区划代码'], taskType: ['类型'],
};

const first: readonly ElementName[] = ['localTaskCode', 'name', 'departmentName', 'taskType'];

/** The columns of the main sheet, first those by which people know an item. */
export const mainFields: readonly MainField[] = [...first, ...elementNames.filter((name) => !first.includes(name))].flatMap(fieldsOf).map((field) => ({
  ...field, ...(field.element === 'localTaskCode' ? { required: true } : {}), ...(aliases[field.element] ? { aliases: aliases[field.element] } : {}),
}));

/** Which content an exported row shows; whoever changes the row has worked on it. */
export const markField: Field = {
  key: 'mark', title: '版本标记', kind: 'line', max: 20, note: '由平台填写，请不要改动：据此知道您是在哪一版内容上修改的。新增的事项不填。',
};
