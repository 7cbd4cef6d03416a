import type { FindingRule } from '../change.contract.ts';
import type { EntryElements } from '../entry.contract.ts';
import type { LatestContent } from '../latest-contents.ts';
import { compareMaterials } from '../materials.ts';

export interface FoundFault { readonly rule: FindingRule; readonly names: readonly string[] }

/**
 * Checks whether 减证便民 and 证照分离 are carried out (CAT-09): materials that the superior list no longer asks for, and permits
 * that 国发〔2021〕7号 turned into something lighter.
 */
export function findFaults(entry: { elements: EntryElements; cancelled: boolean }, item: Pick<LatestContent, 'elements' | 'publishedVersionId'>): FoundFault[] {
  const { licenceReform, publicElements: { materials } } = entry.elements;
  const published = item.publishedVersionId !== null;
  if (entry.cancelled) return published ? [{ rule: 'entry-cancelled', names: [] }] : [];
  const extra = materials === undefined ? [] : compareMaterials(materials, item.elements.materials).extra;
  return [
    ...(extra.length > 0 ? [{ rule: 'extra-material' as const, names: extra }] : []),
    ...(licenceReform === 'abolish' && published ? [{ rule: 'reform-abolish' as const, names: [] }] : []),
    ...(licenceReform === 'filing' && published && item.elements.taskType === '01' ? [{ rule: 'reform-filing' as const, names: [] }] : []),
    ...(licenceReform === 'promise' && published && !item.elements.tags.includes('promise') ? [{ rule: 'reform-promise' as const, names: [] }] : []),
  ];
}

/** A finding in words that say what to do. */
export function describeFault(rule: FindingRule, names: readonly string[]): string {
  switch (rule) {
    case 'extra-material': return `上级清单不再要求的材料，本地仍在要求：${names.join('、')}。请取消，或说明法律依据。`;
    case 'reform-abolish': return '“证照分离”改革已直接取消审批，本地仍在发布。请取消这个事项。';
    case 'reform-filing': return '“证照分离”改革已将审批改为备案，本地仍按行政许可办理。请调整事项类型和流程。';
    case 'reform-promise': return '“证照分离”改革实行告知承诺，本地没有“告知承诺”标签。请增加告知承诺的办理方式。';
    case 'entry-cancelled': return '目录事项已取消，本地仍在发布。请取消这个事项；在办件按原规定办完。';
  }
}
