/// <reference path="./dmn-moddle.d.ts" />
import type { ModdleElement } from 'dmn-moddle';

export type { ModdleElement } from 'dmn-moddle';

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** A property's element; undefined when absent or of another kind. */
export function findElement(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element.get(property);
  return isElement(value) ? value : undefined;
}

/** A collection property's elements; empty when absent. */
export function listElements(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** An attribute's text, or that of the `text` child of a property's element; undefined when absent or blank. */
export function findText(element: ModdleElement, property: string): string | undefined {
  const value = element.get(property);
  const text = isElement(value) ? value.get('text') : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** A name as FEEL spells it: words joined by one space. */
export function nameOf(element: ModdleElement): string {
  return (element.name ?? '').trim().replace(/\s+/g, ' ');
}
