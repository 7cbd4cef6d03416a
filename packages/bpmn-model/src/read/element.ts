/// <reference path="./bpmn-moddle.d.ts" />
import type { ModdleElement } from 'bpmn-moddle';

export type { ModdleElement } from 'bpmn-moddle';

/** Tells whether a value moddle returned is one of its elements. */
export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** Returns a property's trimmed text; undefined when absent or blank. */
export function findText(element: ModdleElement, property: string): string | undefined {
  const value = element.get(property);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Returns a property's element; undefined when absent or of another type. */
export function findElement(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element.get(property);
  return isElement(value) ? value : undefined;
}

/** Lists a collection property's elements; empty when absent. */
export function listElements(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Returns the text of a formal expression without its optional leading `=`. */
export function findFormalExpression(element: ModdleElement, property: string): string | undefined {
  const expression = findElement(element, property);
  return expression === undefined ? undefined : stripMarker(findText(expression, 'body'));
}

/** Drops the leading `=` where an expression is expected anyway. */
export function stripMarker(text: string | undefined): string | undefined {
  const stripped = text?.startsWith('=') === true ? text.slice(1).trim() : text;
  return stripped === '' ? undefined : stripped;
}
