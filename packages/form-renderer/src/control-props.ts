import type { Field, FieldType } from '@tongban/form-model';

/** What a control must carry to be announced with its label, help and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  /** Given inside tables, where the visible label is the column heading. */
  readonly 'aria-label'?: string;
}

export interface ControlProps<T extends FieldType = FieldType> {
  readonly field: Extract<Field, { type: T }>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly control: ControlAttributes;
  /** True at the top level of a form, where the browser may offer what it knows of the person. */
  readonly isOwn: boolean;
}

/** Kinds of field made of several controls, labelled by a legend. */
const GROUPED: ReadonlySet<FieldType> = new Set(['date', 'dateRange', 'choices', 'boolean', 'region', 'identityDocument', 'address', 'organization', 'attachment', 'image', 'signature']);

/** Most options shown as radio buttons; beyond that a list to choose from. */
export const MOST_RADIOS = 6;

/** Whether a field is labelled by a legend around its controls. */
export function isGrouped(field: Field, optionCount: number): boolean {
  if (field.type === 'choice') return optionCount > 0 && optionCount <= MOST_RADIOS;
  return field.type === 'boolean' ? field.mustBeTrue !== true : GROUPED.has(field.type);
}

/** Kinds of field that take the whole width of the form. */
const WIDE: ReadonlySet<FieldType> = new Set(['multiline', 'choices', 'identityDocument', 'address', 'organization', 'attachment', 'image', 'signature', 'table']);

/** Whether a field takes the whole width. */
export function isWide(field: Field): boolean {
  return WIDE.has(field.type) || (field.type === 'boolean' && field.mustBeTrue === true);
}

/** `autocomplete` of a control: what the browser knows is offered only where the person's own data is asked (WCAG 1.3.5). */
export function autocompleteOf(field: Field, isOwn: boolean): string {
  if (field.type === 'text') return field.autocomplete ?? 'off';
  if (!isOwn || field.dataElement === undefined) return 'off';
  const tokens: Partial<Record<FieldType, string>> = { personName: 'name', mobile: 'tel', address: 'street-address', organization: 'organization' };
  return tokens[field.type] ?? 'off';
}

/** Value as text for an input. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Own entry of an answer made of parts. */
export function partOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** An answer made of parts with one changed; undefined when nothing is left. */
export function withPart(value: unknown, key: string, part: unknown): Record<string, unknown> | undefined {
  const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const kept = parts.filter(([name]) => name !== key);
  if (part !== undefined && part !== '') kept.push([key, part]);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
