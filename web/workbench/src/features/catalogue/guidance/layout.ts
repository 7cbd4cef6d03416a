import type { Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { edgesInto, isEnd, reachedFrom, type Flow, type Target } from './flow.ts';

export const cardWidth = 324;
const columnGap = 92;
const rowGap = 24;
const stackGap = 34;
const lineHeight = 20;
const top = 56;

export interface PlacedCard { readonly id: number; readonly x: number; readonly y: number; readonly height: number; readonly header: number; readonly rows: readonly PlacedRow[] }
export interface PlacedRow { readonly option: string; readonly y: number; readonly height: number }
/** A line from an option, or from the bottom of a card whose options all go on together. */
export interface PlacedLine { readonly from: number | 'root'; readonly option?: string; readonly to: number; readonly path: string }
export interface Layout { readonly cards: readonly PlacedCard[]; readonly lines: readonly PlacedLine[]; readonly width: number; readonly height: number }

/** How many lines a text takes where `perLine` full-width characters fit; at most `most`. */
function linesOf(text: string, perLine: number, most: number): number {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.56), 0);
  return Math.min(most, Math.max(1, Math.ceil(width / perLine)));
}

/**
 * Places the questions: those that only follow one another stand below each other, branches go to the right, each beside the
 * option it comes from. Sizes come from the texts, so that nothing is measured.
 */
export function placeFlow({ questions }: Questionnaire, flow: Flow): Layout {
  const order = reachedFrom(flow, flow.root);
  const sizes = new Map(order.map((id) => [id, sizeOf(questions, flow, id)]));
  const below = new Map(order.flatMap((id): [number, number][] => {
    const next = onlyNext(flow, id);
    return next === undefined ? [] : [[id, next]];
  }));
  const stacked = new Set(below.values());
  const blocks = order.filter((id) => !stacked.has(id)).map((head) => blockFrom(head, below));
  const blockOf = new Map(blocks.flatMap((block, index) => block.map((id) => [id, index] as const)));
  const columns = columnsOf(blocks, flow, blockOf);
  const cards = new Map<number, PlacedCard>();
  const cursors: number[] = [];
  for (let column = 0; column <= Math.max(-1, ...columns); column += 1) {
    const wanted = blocks.flatMap((block, index) => (columns[index] === column ? [{ block, y: desiredY(block, flow, cards) }] : [])).toSorted((one, other) => one.y - other.y);
    for (const { block, y } of wanted) {
      let at = Math.max(cursors[column] ?? top, y);
      for (const id of block) {
        const size = sizes.get(id);
        if (!size) continue;
        cards.set(id, place(id, column * (cardWidth + columnGap) + 8, at, size));
        at += size.height + stackGap;
      }
      cursors[column] = at - stackGap + rowGap;
    }
  }
  const placed = [...cards.values()];
  return {
    cards: placed, lines: linesBetween(flow, cards, below),
    width: Math.max(cardWidth, ...placed.map(({ x }) => x + cardWidth)) + 24, height: Math.max(top + 60, ...placed.map(({ y, height }) => y + height)) + 24,
  };
}

interface Size { readonly header: number; readonly height: number; readonly rows: readonly { option: string; height: number }[] }

function sizeOf(questions: Questionnaire['questions'], flow: Flow, id: number): Size {
  const node = flow.nodes.get(id);
  const question = questions.find(({ key }) => key === node?.question);
  const header = linesOf(question?.text ?? '', 17, 3) * lineHeight + 18;
  const rows = (question?.options ?? []).map(({ key, text }) => {
    const target = node?.edges.get(key) ?? [];
    return { option: key, height: linesOf(text, isEnd(target) ? 11 : 19, 2) * lineHeight + 12 };
  });
  return { header, rows, height: header + rows.reduce((sum, { height }) => sum + height, 0) + 6 };
}

function place(id: number, x: number, y: number, { header, height, rows }: Size): PlacedCard {
  let at = header;
  return { id, x, y, header, height, rows: rows.map((row) => { at += row.height; return { option: row.option, height: row.height, y: at - row.height }; }) };
}

/** The question that all options lead to, when nothing else leads there. */
function onlyNext(flow: Flow, id: number): number | undefined {
  const targets = new Set<Target>(flow.nodes.get(id)?.edges.values());
  const [target] = targets;
  if (targets.size !== 1 || target === undefined || isEnd(target)) return undefined;
  return edgesInto(flow, target).every((place_) => place_ !== 'root' && place_.node === id) ? target : undefined;
}

function blockFrom(head: number, below: ReadonlyMap<number, number>): number[] {
  const block = [head];
  for (let next = below.get(head); next !== undefined; next = below.get(next)) block.push(next);
  return block;
}

/** The column of each block: one more than the furthest block that leads to it. */
function columnsOf(blocks: readonly (readonly number[])[], flow: Flow, blockOf: ReadonlyMap<number, number>): number[] {
  const columns: number[] = blocks.map(() => 0);
  for (const [index, block] of blocks.entries()) {
    for (const id of block) {
      for (const target of flow.nodes.get(id)?.edges.values() ?? []) {
        const next = isEnd(target) ? undefined : blockOf.get(target);
        if (next !== undefined && next !== index) columns[next] = Math.max(columns[next] ?? 0, (columns[index] ?? 0) + 1);
      }
    }
  }
  return columns;
}

/** Beside the middle of the options that lead to a block. */
function desiredY([head]: readonly number[], flow: Flow, cards: ReadonlyMap<number, PlacedCard>): number {
  const ports = edgesInto(flow, head ?? -1).flatMap((from) => {
    const card = from === 'root' ? undefined : cards.get(from.node);
    const row = card?.rows.find(({ option }) => from !== 'root' && option === from.option);
    return card && row ? [card.y + row.y + row.height / 2] : [];
  });
  return ports.length === 0 ? top : ports.reduce((sum, y) => sum + y, 0) / ports.length - 28;
}

function linesBetween(flow: Flow, cards: ReadonlyMap<number, PlacedCard>, below: ReadonlyMap<number, number>): PlacedLine[] {
  const lines: PlacedLine[] = [];
  const root = isEnd(flow.root) ? undefined : cards.get(flow.root);
  if (root) lines.push({ from: 'root', to: root.id, path: `M 40 36 L 40 ${root.y}` });
  for (const card of cards.values()) {
    const under = below.get(card.id);
    const next = under === undefined ? undefined : cards.get(under);
    if (next) {
      lines.push({ from: card.id, to: next.id, path: `M ${card.x + 40} ${card.y + card.height} L ${next.x + 40} ${next.y}` });
      continue;
    }
    for (const [option, target] of flow.nodes.get(card.id)?.edges ?? []) {
      const to = isEnd(target) ? undefined : cards.get(target);
      const row = card.rows.find((one) => one.option === option);
      if (to && row) lines.push({ from: card.id, option, to: to.id, path: curve(card.x + cardWidth, card.y + row.y + row.height / 2, to.x, to.y + Math.min(28, to.header / 2)) });
    }
  }
  return lines;
}

/** A line that leaves and arrives level. */
export function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = Math.max(36, (x2 - x1) / 2);
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}
