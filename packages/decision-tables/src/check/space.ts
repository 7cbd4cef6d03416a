import type { CompiledTable } from '../compile-table.ts';
import { formatValue } from '../values.ts';
import { cutDimensions, describeAtoms, type Dimension, isCellJudged } from './dimensions.ts';
import type { ExampleValue } from './finding.ts';

/** How a rule meets a piece: never, surely, or nobody can tell without running FEEL. */
const NO = 0;
const SURE = 1;
const MAYBE = 2;

/** A table as boxes: each rule says of every piece of every dimension whether it fits. */
export interface Space {
  readonly dimensions: readonly Dimension[];
  /** Rule → dimension → piece → NO, SURE or MAYBE. */
  readonly boxes: readonly (readonly Uint8Array[])[];
  /** Rules with a cell that cannot be judged, by index. */
  readonly unjudged: ReadonlySet<number>;
}

export function buildSpace(table: CompiledTable): Space {
  const dimensions = cutDimensions(table);
  const unjudged = new Set<number>();
  const boxes = table.rules.map((rule, index) => dimensions.map((dimension) => {
    const box = new Uint8Array(dimension.atoms.length).fill(SURE);
    for (const column of dimension.columns) {
      const cell = rule.cells[column];
      if (cell === undefined || cell.kind === 'any') continue;
      const judged = isCellJudged(cell, dimension);
      if (!judged) unjudged.add(index);
      for (const [place, atom] of dimension.atoms.entries()) {
        if (judged && cell.kind === 'simple' && !cell.fits(atom.sample)) box[place] = NO;
        else if (!judged && box[place] === SURE) box[place] = MAYBE;
      }
    }
    return box;
  }));
  return { dimensions, boxes, unjudged };
}

/** Whether rule cells meet: `sure` when they certainly do, `maybe` when only FEEL could tell. With the piece they meet in. */
export function meetIn(one: Uint8Array | undefined, other: Uint8Array | undefined): { place: number; sure: boolean } | undefined {
  let maybe: number | undefined;
  for (let place = 0; place < (one?.length ?? 0); place += 1) {
    const left = one?.[place] ?? NO;
    const right = other?.[place] ?? NO;
    if (left === SURE && right === SURE) return { place, sure: true };
    if (left !== NO && right !== NO) maybe ??= place;
  }
  return maybe === undefined ? undefined : { place: maybe, sure: false };
}

/** The pieces where a rule may fit. */
export function placesOf(box: Uint8Array | undefined): number[] {
  const places: number[] = [];
  for (let place = 0; place < (box?.length ?? 0); place += 1) if (box?.[place] !== NO) places.push(place);
  return places;
}

export function fits(box: Uint8Array | undefined, place: number, generous: boolean): boolean {
  const found = box?.[place] ?? NO;
  return found === SURE || (generous && found === MAYBE);
}

/** One value for each dimension, out of the pieces given. */
export function exampleOf({ dimensions }: Space, places: readonly number[]): ExampleValue[] {
  return dimensions.flatMap((dimension, index) => {
    if (!dimension.judged) return [];
    const value = dimension.atoms[places[index] ?? 0]?.sample;
    const { label, definition, shape } = dimension.column;
    return [{ label, expression: definition.expression.trim(), value, words: formatValue(value, shape.type) }];
  });
}

/** `年龄 17，类别 “低保”`. */
export function wordsOf(example: readonly ExampleValue[]): string {
  return example.map(({ label, words }) => `${label} ${words}`).join('，');
}

/** The region that pieces of some dimensions make, in words. */
export function describeRegion({ dimensions }: Space, chosen: readonly (readonly number[])[]): string {
  const words = chosen.flatMap((places, index) => {
    const dimension = dimensions[index];
    const part = dimension && describeAtoms(dimension, places);
    return part === undefined || dimension === undefined ? [] : [`${dimension.column.label} ${part}`];
  });
  return words.length === 0 ? '任意输入' : words.join('，');
}
