import type { Drawing } from '../diagram/drawing.ts';
import type { Element, Moddle } from '../../../shared/diagram/services.ts';

const parts = ['post', 'role', 'organisation', 'person', 'expression'] as const;

/** Who may handle a step: what is written in one `tongban:candidate`. */
export type Candidate = Partial<Record<(typeof parts)[number], string>>;

/** What an element carries beyond the standard. */
export function extensionsOf(element: Element): Moddle[] {
  const holder = element.businessObject.get('extensionElements') as Moddle | undefined;
  return [...(holder?.get('values') as Moddle[] | undefined ?? [])];
}

/** The alternatives of who may handle a step. */
export function readCandidates(element: Element): Candidate[] {
  return readExtensions(element, 'tongban:Candidate', parts);
}

/** Writes the alternatives in one step; what else the element carries stays. */
export function writeCandidates(drawing: Drawing, element: Element, candidates: readonly Candidate[]): void {
  writeExtensions(drawing, element, 'tongban:Candidate', candidates);
}

/** Puts elements of one type in the place of those of that type that an element carries, in one step to undo. */
export function writeExtensions(drawing: Drawing, element: Element, type: string, parts_: readonly Readonly<Record<string, string | undefined>>[]): void {
  const made = parts_.map((part) => drawing.make(type, Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== ''))));
  const values = [...extensionsOf(element).filter((one) => one.$type !== type), ...made];
  drawing.update(element, { extensionElements: values.length === 0 ? undefined : drawing.make('bpmn:ExtensionElements', { values }) });
}

/** The elements of one type that an element carries, as their texts. */
export function readExtensions<Part extends string>(element: Element, type: string, names: readonly Part[]): Partial<Record<Part, string>>[] {
  return extensionsOf(element).filter((one) => one.$type === type).map((one) => {
    const found: Partial<Record<Part, string>> = {};
    for (const name of names) {
      const value = one.get(name);
      if (typeof value === 'string') found[name] = value;
    }
    return found;
  });
}

/** A text attribute of an element or a part of it. */
export function textOf(part: Moddle | undefined, name: string): string {
  const value = part?.get(name);
  return typeof value === 'string' ? value : '';
}

/** The text of an expression that is an element of its own. */
export function bodyOf(part: Moddle | undefined, name: string): string {
  return textOf(part?.get(name) as Moddle | undefined, 'body');
}
