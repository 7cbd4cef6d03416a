import type { Box, FieldRule } from '../catalogue.contract.ts';
import { countHan, plain, type PageLine } from './plain.ts';
import { readAnywhere, readValue, type ReadValue } from './read-value.ts';

/** A value with where it stands and how sure it is, 0 to 1. */
export interface FoundField { key: string; value: string; confidence: number; page: number; box: Box }

/** How far a picture may be shifted against the sample, as a share of its size. */
const slack = 0.02;

/** Reads the fields of a kind of material: where the template says, else behind their labels, else by their check characters. */
export function findFields(lines: readonly PageLine[], rules: readonly FieldRule[]): FoundField[] {
  const labels = rules.flatMap(({ anchors }) => anchors.map(plain));
  return rules.flatMap((rule) => inRegion(lines, rule) ?? behindLabel(lines, rule, labels) ?? anywhere(lines, rule) ?? []);
}

function toField(rule: FieldRule, { value, fitness }: ReadValue, sure: number, page: number, box: Box): FoundField {
  return { key: rule.key, value, confidence: Math.round(Math.min(1, Math.max(0, sure * fitness)) * 100) / 100, page, box };
}

const middleOf = ({ left, top, width, height }: Box): { x: number; y: number } => ({ x: left + width / 2, y: top + height / 2 });

function inRegion(lines: readonly PageLine[], rule: FieldRule): FoundField | undefined {
  const { region } = rule;
  if (!region) return undefined;
  const inside = lines.filter(({ page, box }) => {
    const { x, y } = middleOf(box);
    return page === 1 && x >= region.left - slack && x <= region.left + region.width + slack && y >= region.top - slack && y <= region.top + region.height + slack;
  });
  if (inside.length === 0) return undefined;
  const text = inside.map((line) => withoutLabel(plain(line.text), rule)).join('');
  const read = readValue(rule.kind, text);
  return read && toField(rule, read, Math.min(...inside.map(({ confidence }) => confidence)), 1, unionOf(inside.map(({ box }) => box)));
}

function withoutLabel(text: string, { anchors }: FieldRule): string {
  const label = anchors.map(plain).sort((one, other) => other.length - one.length).find((anchor) => text.startsWith(anchor));
  return label === undefined ? text : text.slice(label.length);
}

function behindLabel(lines: readonly PageLine[], rule: FieldRule, labels: readonly string[]): FoundField | undefined {
  for (const anchor of rule.anchors.map(plain).sort((one, other) => other.length - one.length)) {
    for (const line of lines) {
      const text = plain(line.text);
      const at = text.indexOf(anchor);
      // 名称 in 单位名称 is another label.
      if (at < 0 || labels.some((label) => label.length > anchor.length && label.includes(anchor) && text.includes(label))) continue;
      const rest = text.slice(at + anchor.length);
      const same = readValue(rule.kind, cutAtNextLabel(rest, labels, anchor));
      if (same) return toField(rule, same, line.confidence, line.page, partOf(line, at + anchor.length, rest.length, text.length));
      const next = nextTo(lines, line);
      const beside = next && !labels.some((label) => plain(next.text).startsWith(label)) ? readValue(rule.kind, cutAtNextLabel(plain(next.text), labels, anchor)) : undefined;
      if (next && beside) return toField(rule, beside, next.confidence, next.page, next.box);
    }
  }
  return undefined;
}

function cutAtNextLabel(text: string, labels: readonly string[], own: string): string {
  const ends = labels.filter((label) => label !== own && label.length >= 2).map((label) => text.indexOf(label)).filter((at) => at > 0);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}

/** What stands to the right of a line, else below it. */
function nextTo(lines: readonly PageLine[], line: PageLine): PageLine | undefined {
  const { box } = line;
  const level = lines.filter((other) => other !== line && other.page === line.page && Math.abs(middleOf(other.box).y - middleOf(box).y) < Math.max(box.height, other.box.height) * 0.6 && other.box.left >= box.left + box.width * 0.8);
  const right = level.sort((one, other) => one.box.left - other.box.left)[0];
  if (right) return right;
  const below = lines.filter((other) => other.page === line.page && other.box.top > box.top + box.height * 0.5 && other.box.top < box.top + box.height * 3 && other.box.left < box.left + box.width && other.box.left + other.box.width > box.left);
  return below.sort((one, other) => one.box.top - other.box.top)[0];
}

function anywhere(lines: readonly PageLine[], rule: FieldRule): FoundField | undefined {
  for (const line of lines) {
    const read = readAnywhere(rule.kind, line.text);
    if (read && read.fitness >= 0.9) return toField(rule, read, line.confidence * 0.95, line.page, line.box);
  }
  return undefined;
}

/** The part of a line's box from one character on; Chinese characters are twice as wide as others. */
function partOf({ box, text }: PageLine, from: number, length: number, whole: number): Box {
  const characters = [...plain(text)];
  const widthOf = (part: string): number => [...part].length + countHan(part);
  const all = Math.max(1, widthOf(characters.join('')));
  const begin = widthOf(characters.slice(0, Math.min(from, whole)).join('')) / all;
  const share = length === 0 ? 1 - begin : widthOf(characters.slice(from, from + length).join('')) / all;
  return { left: clamp(box.left + box.width * begin), top: box.top, width: clamp(box.width * share), height: box.height };
}

function unionOf(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return { left, top, width: clamp(Math.max(...boxes.map((box) => box.left + box.width)) - left), height: clamp(Math.max(...boxes.map((box) => box.top + box.height)) - top) };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
