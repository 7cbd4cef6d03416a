import { splitText, type TextPart } from '@tongban/server/src/modules/templates/contract.ts';
import type { OfferedField } from '../model/words-of.ts';
import { text } from '../text.ts';

const words = text.field;
/** Keeps a place for the cursor beside a chip; never part of the text. */
const gap = '\u200B';

type FieldPart = Extract<TextPart, { kind: 'field' }>;

function nameOf({ path, format, fallback }: FieldPart, known: OfferedField | undefined): string {
  const usual = known?.type === 'datetime' ? 'datetime' : known?.type === 'date' ? 'date' : undefined;
  const formats: Readonly<Record<string, string>> = words.formats;
  const way = format === undefined || format === usual ? '' : `（${formats[format] ?? format}）`;
  return `${known?.label ?? path}${way}${fallback === undefined || fallback === '' ? '' : `，${words.or(fallback)}`}`;
}

/** A field as it stands in a text: one piece that is not typed in. */
export function makeChip(raw: string, fields: readonly OfferedField[]): HTMLElement {
  const chip = document.createElement('span');
  const [part] = splitText(raw);
  const known = part?.kind === 'field' ? fields.find(({ path }) => path === part.path) : undefined;
  chip.className = known ? 'chip' : 'chip is-unknown';
  chip.contentEditable = 'false';
  chip.dataset['raw'] = raw;
  chip.textContent = part?.kind === 'field' ? nameOf(part, known) : raw;
  if (!known) chip.title = words.unknown;
  return chip;
}

/** Shows a text in a box that can be written in. */
export function drawText(box: HTMLElement, template: string, fields: readonly OfferedField[]): void {
  box.replaceChildren(...splitText(template).flatMap((part) => (part.kind === 'words' ? [document.createTextNode(part.words)] : [document.createTextNode(gap), makeChip(part.raw, fields), document.createTextNode(gap)])));
}

function readNode(node: Node): string {
  if (node instanceof HTMLElement && node.dataset['raw'] !== undefined) return node.dataset['raw'];
  if (node.nodeName === 'BR') return '\n';
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').replaceAll(gap, '').replaceAll('\u00A0', ' ') : [...node.childNodes].map(readNode).join('');
}

/** The text of a box; the break that a browser puts at the end of a line is none. */
export function readText(box: HTMLElement): string {
  const written = readNode(box);
  return box.lastChild?.nodeName === 'BR' ? written.slice(0, -1) : written;
}

/** The cursor or selection inside a box; undefined when it is elsewhere. */
export function rangeIn(box: HTMLElement): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return box.contains(range.commonAncestorContainer) ? range : undefined;
}

/** Puts the cursor somewhere in a box. */
export function putCursor(after: Node | undefined, box: HTMLElement): void {
  const range = document.createRange();
  if (after) range.setStartAfter(after);
  else range.selectNodeContents(box);
  range.collapse(after !== undefined);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Puts a field where the cursor was, or at the end. */
export function insertChip(box: HTMLElement, at: Range | undefined, raw: string, fields: readonly OfferedField[]): void {
  const last = document.createTextNode(gap);
  const range = at ?? document.createRange();
  if (!at) {
    range.selectNodeContents(box);
    range.collapse(false);
  }
  range.deleteContents();
  range.insertNode(last);
  range.insertNode(makeChip(raw, fields));
  range.insertNode(document.createTextNode(gap));
  box.focus();
  putCursor(last, box);
}

/** The field right before or after the cursor. */
export function chipBeside(box: HTMLElement): HTMLElement | undefined {
  const range = rangeIn(box);
  if (!range) return undefined;
  const chips = [...box.querySelectorAll<HTMLElement>('.chip')];
  const near = (chip: HTMLElement): boolean => {
    const between = document.createRange();
    const isBefore = range.comparePoint(chip, 0) < 0;
    if (isBefore) {
      between.setStartAfter(chip);
      between.setEnd(range.startContainer, range.startOffset);
    } else {
      between.setStart(range.endContainer, range.endOffset);
      between.setEndBefore(chip);
    }
    return between.toString().replaceAll(gap, '') === '' && between.cloneContents().querySelector('.chip') === null;
  };
  return chips.find(near);
}
