import { type ValueType, valueTypes } from '@tongban/decision-tables';
import type { ModdleElement } from './element.ts';

/** The namespace of what we write beside DMN. */
export const OWN_NAMESPACE = 'urn:tongban:decision-tables';
export const OWN_PREFIX = 'tongban';

function findOwn(element: ModdleElement, name: string): string | undefined {
  return element.$attrs[`${OWN_PREFIX}:${name}`];
}

/** Whether the model was written by `writeDmn`, which says by name what may be missing. */
export function isOwn(definitions: ModdleElement): boolean {
  return findOwn(definitions, 'format') === '1';
}

/** The id that an element had in the rule set, otherwise its own. */
export function idOf(element: ModdleElement, fallback: string): string {
  return findOwn(element, 'id') ?? element.id ?? fallback;
}

export function isOptional(element: ModdleElement): boolean {
  return findOwn(element, 'optional') === 'true';
}

/** The type that DMN has no word for, such as whole numbers. */
export function ownType(element: ModdleElement): ValueType | undefined {
  const name = findOwn(element, 'type');
  return valueTypes.find((type) => type === name);
}
