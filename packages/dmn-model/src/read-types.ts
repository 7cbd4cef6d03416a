import type { ValueField, ValueShape, ValueType } from '@tongban/decision-tables';
import { findText, listElements, type ModdleElement, nameOf } from './element.ts';
import { isOptional, isOwn, ownType } from './own.ts';

const SIMPLE: Readonly<Record<string, ValueType>> = { string: 'text', number: 'number', boolean: 'boolean', date: 'date', Any: 'any', context: 'any' };

/** Types that FEEL has and a rule set does not. */
const MISSING: ReadonlySet<string> = new Set(['time', 'dateTime', 'date and time', 'duration', 'dayTimeDuration', 'days and time duration', 'yearMonthDuration', 'years and months duration']);

const DEPTH = 8;

/** The types a model defines, by name. */
export interface DmnTypes {
  /** The shape of a type; a string is the name of one that a rule set does not have. */
  readonly find: (typeRef: string | undefined) => ValueShape | string;
}

/** Reads the item definitions of a model (DMN 1.3, 7.3.2). */
export function readTypes(definitions: ModdleElement): DmnTypes {
  const items = new Map(listElements(definitions, 'itemDefinition').map((item) => [nameOf(item), item]));
  const own = isOwn(definitions);
  const find = (typeRef: string | undefined, depth: number): ValueShape | string => {
    const name = typeRef?.trim().replace(/^feel[.:]/, '') ?? 'Any';
    const item = items.get(name);
    if (item !== undefined) return depth > DEPTH ? name : readItem(item, { find: (inner) => find(inner, depth + 1), own });
    if (MISSING.has(name)) return name;
    return { type: SIMPLE[name] ?? 'any' };
  };
  return { find: (typeRef) => find(typeRef, 0) };
}

interface Types extends DmnTypes {
  /** Whether the model says by name what may be missing; elsewhere every field may. */
  readonly own: boolean;
}

function readItem(item: ModdleElement, types: Types): ValueShape | string {
  const components = listElements(item, 'itemComponent');
  const standard = components.length > 0 ? readRecord(components, types) : types.find(findText(item, 'typeRef'));
  if (typeof standard === 'string') return standard;
  const type = ownType(item);
  const base: ValueShape = type === undefined ? standard : { ...standard, type };
  // A list of lists is a list of anything.
  if (item.get('isCollection') === true && base.list === true) return { type: 'any', list: true };
  const allowedValues = findText(item, 'allowedValues');
  return { ...base, ...(item.get('isCollection') === true && { list: true }), ...(allowedValues !== undefined && { allowedValues }) };
}

function readRecord(components: readonly ModdleElement[], types: Types): ValueShape | string {
  const fields: ValueField[] = [];
  for (const component of components) {
    const shape = readItem(component, types);
    if (typeof shape === 'string') return shape;
    fields.push({ ...shape, name: nameOf(component), ...((!types.own || isOptional(component)) && { optional: true }) });
  }
  return { type: 'record', fields };
}
