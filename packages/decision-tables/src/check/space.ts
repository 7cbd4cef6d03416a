import type { CompiledTable } from '../compile-table.ts';
import { formatValue } from '../values.ts';
import { cutDimensions, describeAtoms, type Dimension, isCellJudged, writeAtoms } from './dimensions.ts';
import type { ExampleValue } from './finding.ts';

/** How a rule meets a piece: never, surely, or nobody can tell without running FEEL. */
const NO = 0;
const SURE = 1;
const MAYBE = 2;

/** The pieces that a rule surely fits, and those that it fits or may fit. */
interface PieceBits {
  readonly sure: Uint32Array;
  readonly may: Uint32Array;
}

/** A table as boxes: each rule says of every piece of every dimension whether it fits. */
export interface Space {
  readonly dimensions: readonly Dimension[];
  /** Rule → dimension → piece → NO, SURE or MAYBE. */
  readonly boxes: readonly (readonly Uint8Array[])[];
  /** The same as bits, 32 pieces a number, so that rules are compared quickly. */
  readonly bits: readonly (readonly PieceBits[])[];
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
  return { dimensions, boxes, bits: boxes.map((rule) => rule.map(toBits)), unjudged };
}

function toBits(box: Uint8Array): PieceBits {
  const bits = { sure: new Uint32Array(Math.ceil(box.length / 32)), may: new Uint32Array(Math.ceil(box.length / 32)) };
  for (const [place, found] of box.entries()) {
    const bit = 1 << (place & 31);
    if (found === SURE) bits.sure[place >> 5] = (bits.sure[place >> 5] ?? 0) | bit;
    if (found !== NO) bits.may[place >> 5] = (bits.may[place >> 5] ?? 0) | bit;
  }
  return bits;
}

/** Where two rules fit the same input: a piece for each dimension, and whether that is certain or only FEEL could tell. */
export interface Meeting {
  readonly places: readonly number[];
  readonly sure: boolean;
}

/** Where two rules meet; undefined when they never do. */
export function findMeeting({ bits }: Space, one: number, other: number): Meeting | undefined {
  const [left = [], right = []] = [bits[one], bits[other]];
  for (let index = 0; index < left.length; index += 1) if (firstCommon(left[index]?.may, right[index]?.may) === undefined) return undefined;
  let sure = true;
  const places = left.map((own, index) => {
    const place = firstCommon(own.sure, right[index]?.sure);
    sure &&= place !== undefined;
    return place ?? firstCommon(own.may, right[index]?.may) ?? 0;
  });
  return { places, sure };
}

function firstCommon(one: Uint32Array | undefined, other: Uint32Array | undefined): number | undefined {
  for (let word = 0; word < (one?.length ?? 0); word += 1) {
    const common = (one?.[word] ?? 0) & (other?.[word] ?? 0);
    if (common !== 0) return word * 32 + 31 - Math.clz32(common & -common);
  }
  return undefined;
}

/** Steps that comparing two rules takes at most. */
export function comparisonCost({ bits }: Space): number {
  return (bits[0] ?? []).reduce((sum, { may }) => sum + may.length, 0);
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

/** The cells of one rule that fits a region and nothing else. */
export function fillingOf({ dimensions }: Space, chosen: readonly (readonly number[])[]): { expression: string; cell: string }[] {
  return chosen.flatMap((places, index) => {
    const dimension = dimensions[index];
    const cell = dimension?.judged === true ? writeAtoms(dimension, places) : undefined;
    return dimension === undefined || cell === undefined ? [] : [{ expression: dimension.column.definition.expression.trim(), cell }];
  });
}
