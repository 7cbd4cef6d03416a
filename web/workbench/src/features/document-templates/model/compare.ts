import type { TemplateContent, TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { text } from '../text.ts';
import { blockWords, wordsOf } from './words-of.ts';

/** A part of a template beside what it was. */
export interface ComparedPart {
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Part { name: string; words: string }

function partsOf(content: TemplateContent, vocabulary: TemplateVocabulary): { fixed: Part[]; flowing: Part[] } {
  const words = text.editor;
  const read = (template: string | undefined): string => (template === undefined ? '' : wordsOf(template, vocabulary.fields));
  if (content.kind === 'message') {
    return { fixed: [{ name: words.title, words: read(content.title) }, { name: words.body, words: read(content.body) }, { name: words.sms, words: content.sms === undefined ? words.noSms : read(content.sms) }], flowing: [] };
  }
  const signature = content.signature === undefined ? '' : `${read(content.signature.organization)}　${read(content.signature.date)}`;
  if (content.kind === 'certificate') {
    const fixed: [string, string | undefined][] = [[words.title, content.title], [words.subtitle, content.subtitle], [words.number, content.number], [words.statement, content.statement], [words.content, content.qr.content], [words.caption, content.qr.caption], [words.footer, content.footer]];
    return {
      fixed: [...fixed.map(([name, template]) => ({ name, words: read(template) })), { name: words.signature, words: signature }, { name: words.lines, words: content.lines === undefined ? '' : text.ok }],
      flowing: content.fields.map(({ label, text: cell }) => ({ name: words.fields, words: `${label}：${read(cell)}` })),
    };
  }
  const head = content.letterhead === undefined ? (content.organization === undefined ? words.headStyles.none : `${words.headStyles.organization} ${read(content.organization)}`) : `${words.headStyles.letterhead} ${read(content.letterhead)}`;
  return {
    fixed: [{ name: words.headStyle, words: head }, { name: words.title, words: read(content.title) }, { name: words.number, words: read(content.number) }, { name: words.signature, words: signature }],
    flowing: [...content.blocks.map((block) => ({ name: words.body, words: blockWords(block, vocabulary) })), ...(content.closing ?? []).map((block) => ({ name: words.foot, words: blockWords(block, vocabulary) }))],
  };
}

/** What differs between two versions: fixed parts one by one, blocks by the longest run they share; a block that stands in for another is changed. */
export function compareTemplates(before: TemplateContent, after: TemplateContent, vocabulary: TemplateVocabulary): ComparedPart[] {
  const [from, to] = [partsOf(before, vocabulary), partsOf(after, vocabulary)];
  const fixed = to.fixed.map((part, index): ComparedPart => {
    const was = from.fixed[index]?.words ?? '';
    return { kind: was === part.words ? 'same' : 'changed', name: part.name, before: was, after: part.words };
  });
  return [...fixed, ...compareFlow(from.flowing, to.flowing)];
}

function compareFlow(before: readonly Part[], after: readonly Part[]): ComparedPart[] {
  const same = (i: number, j: number): boolean => before[i]?.words === after[j]?.words && before[i]?.name === after[j]?.name;
  // Length of the longest run shared from here on.
  const shared = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => shared[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) for (let j = after.length - 1; j >= 0; j -= 1) {
    const row = shared[i];
    if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const found: ComparedPart[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    const [old, fresh] = [before[i], after[j]];
    if (old && fresh && same(i, j)) {
      found.push({ kind: 'same', name: old.name, before: old.words, after: old.words });
      i += 1;
      j += 1;
    } else if (old && fresh && at(i + 1, j + 1) >= Math.max(at(i + 1, j), at(i, j + 1)) && old.name === fresh.name) {
      found.push({ kind: 'changed', name: fresh.name, before: old.words, after: fresh.words });
      i += 1;
      j += 1;
    } else if (fresh && (!old || at(i, j + 1) >= at(i + 1, j))) {
      found.push({ kind: 'added', name: fresh.name, before: undefined, after: fresh.words });
      j += 1;
    } else if (old) {
      found.push({ kind: 'removed', name: old.name, before: old.words, after: undefined });
      i += 1;
    }
  }
  return found;
}
