import { elementInfo, isElementName, isSame, type ElementName, type ItemElements } from './contract.ts';
import { fail } from './errors.ts';

/** `next` with every locked element as `standing` has it. */
export function keepLocked(locked: readonly string[], standing: ItemElements, next: ItemElements): ItemElements {
  const kept: ItemElements = { ...next };
  for (const name of locked.filter(isElementName)) copyElement(name, standing, kept);
  return kept;
}

function copyElement<N extends ElementName>(name: N, from: ItemElements, to: ItemElements): void {
  if (from[name] === undefined) delete to[name];
  else to[name] = from[name];
}

/** Refuses a change of what the superior list has fixed (公共要素, CAT-02). @throws catalog.locked-element naming the elements */
export function requireUnlocked(locked: readonly string[], standing: ItemElements, next: ItemElements): void {
  const touched = locked.filter(isElementName).filter((name) => !isSame(standing[name], next[name]));
  if (touched.length === 0) return;
  const labels = touched.map((name) => elementInfo[name].label).join('、');
  throw fail('catalog.locked-element', { labels }, { issues: touched.map((name) => ({ path: `elements.${name}`, code: 'locked', message: '由上级清单统一规定，不能修改。' })) });
}
