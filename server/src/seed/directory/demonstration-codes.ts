import { seedItems, widerItems, type DepartmentName, type SeedItem } from '../content/index.ts';

/**
 * Codes of the demonstration's provincial directory. They have the form of 基本编码, but the guiding departments D1 … are
 * nobody's, so that none can be taken for a published code.
 */
export const demoGuidance: Readonly<Record<DepartmentName, { code: string; name: string }>> = {
  区住建局: { code: 'D1', name: '住房城乡建设部门（演示）' }, 区公安分局: { code: 'D2', name: '公安机关（演示）' }, 区市监局: { code: 'D3', name: '市场监督管理部门（演示）' },
  区行政审批局: { code: 'D4', name: '行政审批部门（演示）' }, 区人社局: { code: 'D5', name: '人力资源社会保障部门（演示）' }, 区综合执法局: { code: 'D6', name: '城市管理部门（演示）' },
  区交通运输局: { code: 'D7', name: '交通运输部门（演示）' }, 区民政局: { code: 'D8', name: '民政部门（演示）' }, 区应急管理局: { code: 'D9', name: '应急管理部门（演示）' },
  区自然资源局: { code: 'DN', name: '自然资源部门（演示）' },
};

/** An entry of the demonstration directory by the item that is claimed from it. */
export interface DemoEntryCode { readonly item: SeedItem; readonly code: string; readonly main: { readonly code: string; readonly name: string } | undefined }

/** Codes of all items' entries, in the order of the items: those that share a main item follow each other below it. */
export function assignCodes(items: readonly SeedItem[]): DemoEntryCode[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  const mains = new Map<string, { number: number; subs: number }>();
  const numbers = new Map<string, number>();
  return items.map((item) => {
    const group = groupOf(item);
    const place = placeOf(item);
    const main = mains.get(group) ?? { number: next(numbers, place), subs: 0 };
    mains.set(group, main);
    const mainCode = `${place}${pad(main.number)}000`;
    const { mainItemName = '', name } = item.elements;
    // One item alone is a main item without sub-items.
    if ((counts.get(group) ?? 0) < 2) return { item, code: mainCode, main: undefined };
    main.subs += 1;
    return { item, code: `${place}${pad(main.number)}${pad(main.subs)}`, main: { code: mainCode, name: mainItemName || name } };
  });
}

function groupOf(item: SeedItem): string {
  return `${placeOf(item)} ${item.elements.mainItemName ?? item.elements.name}`;
}

function placeOf({ department, elements: { taskType } }: SeedItem): string {
  return `51${taskType}${demoGuidance[department].code}`;
}

function next(numbers: Map<string, number>, place: string): number {
  const number = (numbers.get(place) ?? 0) + 1;
  numbers.set(place, number);
  return number;
}

function pad(number: number): string {
  return String(number).padStart(3, '0');
}

/** The entries of the demonstration city's items. */
export const demoEntryCodes: readonly DemoEntryCode[] = assignCodes([...seedItems, ...widerItems]);

const codeByItem = new Map(demoEntryCodes.map(({ item, code }) => [item.key, code]));

/** 基本编码 of a demonstration item. */
export function demoCatalogCode(itemKey: string): string | undefined {
  return codeByItem.get(itemKey);
}
