import type { Difference } from '@tongban/server/src/modules/directory/change.contract.ts';
import { describeContent } from '../../../shared/content/describe-content.ts';
import type { NameOf } from '../../../shared/use-dictionary.ts';

const lists: Readonly<Record<string, string>> = { serviceObjects: 'service-object', projectType: 'project-type', taskType: 'task-type' };
export const shownLists = ['service-object', 'project-type', 'task-type'];

/** An element's value in words; codes by the names of their lists, materials by what they are called. */
export function showValue(element: string, value: Difference['ours'], nameOf: NameOf): string {
  const list = lists[element];
  if (list !== undefined && Array.isArray(value)) return value.map((code) => nameOf(list, String(code))).join('、') || describeContent([]);
  if (list !== undefined && typeof value === 'string') return nameOf(list, value);
  if (element === 'materials' && Array.isArray(value)) return value.map((material: unknown) => `· ${nameOfEntry(material)}`).join('\n') || describeContent([]);
  return describeContent(value);
}

function nameOfEntry(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string' ? entry.name : describeContent(entry);
}
