import { parseCatalogCode } from '@tongban/identifiers';
import type { Issue } from '@tongban/contract-kit';
import { listDictionaries } from '../../kernel/dictionary/index.ts';
import type { Kernel } from '../../kernel/context.ts';
import { inheritedValue } from './inherited-values.ts';
import type { EntryElements } from './entry.contract.ts';

/** The elements with their codes in the form in which they are stored; a sub-item's code tells its main item. */
export function normalizeElements(elements: EntryElements): EntryElements {
  const { catalogCode, localCatalogCode, parentCode, ...rest } = elements;
  const code = catalogCode === undefined ? undefined : parseCatalogCode(catalogCode);
  const standing = code?.ok ? code.normalized : catalogCode?.trim();
  const parent = parentCode?.trim() || (code?.ok && code.subItem !== '000' ? code.mainCode : undefined);
  return {
    ...rest, name: clean(elements.name), guidanceDepartment: clean(elements.guidanceDepartment),
    ...(standing ? { catalogCode: standing } : {}), ...(localCatalogCode?.trim() ? { localCatalogCode: localCatalogCode.trim() } : {}),
    ...(parent ? { parentCode: parent } : {}),
  };
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cf}\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim();
}

/** What is wrong with the elements by themselves: codes, dates, and values outside their lists (CAT-01). */
export async function checkElements(kernel: Kernel, regionCode: string, elements: EntryElements): Promise<Issue[]> {
  return [...checkPlainly(regionCode, elements), ...await checkCodes(kernel, elements)];
}

/** The part of the checks that needs no code lists. */
export function checkPlainly(regionCode: string, elements: EntryElements): Issue[] {
  const { name, catalogCode, localCatalogCode, planEffectiveDate, planCancelDate, guidanceDepartment, lockedElements } = elements;
  const issue = (path: string, code: string, message: string): Issue => ({ path: `elements.${path}`, code, message });
  return [
    ...(name === '' ? [issue('name', 'required', '请填写事项名称。')] : []),
    ...(guidanceDepartment === '' ? [issue('guidanceDepartment', 'required', '请填写业务指导部门。')] : []),
    ...(catalogCode === undefined && localCatalogCode === undefined ? [issue('catalogCode', 'required', '请填写基本编码或者地方基本编码。')] : []),
    ...(catalogCode === undefined ? [] : checkCatalogCode(catalogCode, regionCode, elements).map((message) => issue('catalogCode', 'catalog-code', message))),
    ...(planEffectiveDate && planCancelDate && planCancelDate <= planEffectiveDate ? [issue('planCancelDate', 'date-order', '计划取消日期应晚于计划生效日期。')] : []),
    ...lockedElements.filter((locked) => inheritedValue(elements, locked) === undefined)
      .map(() => issue('lockedElements', 'locked-empty', '锁定的公共要素没有填写内容，请填写后再锁定。')).slice(0, 1),
  ];
}

function checkCatalogCode(catalogCode: string, regionCode: string, { taskType, guidanceDepartment, parentCode }: EntryElements): string[] {
  const code = parseCatalogCode(catalogCode);
  if (!code.ok) return [code.message];
  const { region, mainCode, subItem } = code;
  return [
    ...(code.taskType === taskType ? [] : [`基本编码中的事项类型“${code.taskType}”与所填事项类型“${taskType}”不一致。`]),
    ...(guidanceDepartment.length === 2 && code.guidanceDepartment !== guidanceDepartment ? [`基本编码中的指导部门“${code.guidanceDepartment}”与所填“${guidanceDepartment}”不一致。`] : []),
    ...(region === '00' || regionCode.startsWith(region) ? [] : [`基本编码属于区划“${region}”，与目录所属区划“${regionCode}”不一致。`]),
    ...(subItem === '000' && parentCode !== undefined ? ['子项编码为000的是主项，不能再归属其他主项。'] : []),
    ...(subItem !== '000' && parentCode !== undefined && parentCode !== mainCode ? [`按基本编码，所属主项应为“${mainCode}”。`] : []),
  ];
}

type CodeUse = readonly [list: string, path: string, code: string];

async function checkCodes(kernel: Kernel, elements: EntryElements): Promise<Issue[]> {
  const uses = codesOf(elements);
  const lists = await listDictionaries(kernel, [...new Set(uses.map(([list]) => list))]);
  return uses.flatMap(([list, path, code]) => {
    const dictionary = lists.get(list);
    const known = dictionary?.entries.some((entry) => entry.code === code && entry.active) ?? false;
    return known ? [] : [{ path: `elements.${path}`, code: 'unknown-code', message: `“${code}”不在代码表“${dictionary?.name ?? list}”中，请重新选择。` }];
  });
}

function codesOf({ taskType, useLevels, publicElements }: EntryElements): CodeUse[] {
  const { serviceObjects = [], projectType, materials = [], results = [], specialProcedures = [] } = publicElements;
  return [
    ['task-type', 'taskType', taskType], ...useLevels.map((code): CodeUse => ['exercise-level', 'useLevels', code]),
    ...serviceObjects.map((code): CodeUse => ['service-object', 'publicElements.serviceObjects', code]),
    ...(projectType === undefined ? [] : [['project-type', 'publicElements.projectType', projectType] as const]),
    ...results.map(({ type }): CodeUse => ['result-type', 'publicElements.results', type]),
    ...specialProcedures.map(({ kind }): CodeUse => ['special-procedure', 'publicElements.specialProcedures', kind]),
    ...materials.flatMap(({ type, form, necessity, source }): CodeUse[] => [
      ['material-type', 'publicElements.materials', type], ['material-form', 'publicElements.materials', form],
      ['material-necessity', 'publicElements.materials', necessity], ['material-source', 'publicElements.materials', source],
    ]),
  ];
}
