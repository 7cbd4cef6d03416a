import type { Drawing } from '../diagram/drawing.ts';
import type { Element, Moddle } from '../../../shared/diagram/services.ts';

const parts = ['post', 'role', 'organisation', 'person', 'expression'] as const;

/** Who may handle a step: what is written in one `tongban:candidate`. */
export type Candidate = Partial<Record<(typeof parts)[number], string>>;

function extensionsOf(element: Element): Moddle[] {
  const holder = element.businessObject.get('extensionElements') as Moddle | undefined;
  return [...(holder?.get('values') as Moddle[] | undefined ?? [])];
}

const isCandidate = ({ $type }: Moddle): boolean => $type === 'tongban:Candidate';

/** The alternatives of who may handle a step. */
export function readCandidates(element: Element): Candidate[] {
  return extensionsOf(element).filter(isCandidate).map((one) => Object.fromEntries(parts.flatMap((part) => {
    const value = one.get(part);
    return typeof value === 'string' ? [[part, value]] : [];
  })));
}

/** Writes the alternatives in one step; what else the element carries stays. */
export function writeCandidates(drawing: Drawing, element: Element, candidates: readonly Candidate[]): void {
  const made = candidates.map((candidate) => drawing.make('tongban:Candidate', Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined))));
  const others = extensionsOf(element).filter((one) => !isCandidate(one));
  const values = [...others, ...made];
  drawing.update(element, { extensionElements: values.length === 0 ? undefined : drawing.make('bpmn:ExtensionElements', { values }) });
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
