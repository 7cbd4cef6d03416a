import { findVagueSentences, shortenAround } from '../../catalog/index.ts';
import type { BundleFinding } from '../contract.ts';
import type { BundleContent } from '../content.contract.ts';

/** Words that say less than they seem to, and phrases in which they say exactly what they mean. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

type PathAndText = readonly [path: string, text: string];

/** Everything that a citizen reads in a bundle besides its items. */
function textsOf({ summary, notes, questions, sharedFields, sharedMaterials }: BundleContent): PathAndText[] {
  return [
    ['summary', summary ?? ''], ...notes.map((note, index): PathAndText => [`notes.${index}`, note]),
    ...questions.flatMap(({ key, text, help, options }): PathAndText[] => [
      [`questions.${key}`, text], [`questions.${key}`, help ?? ''], ...options.flatMap((option): PathAndText[] => [[`questions.${key}`, option.text], [`questions.${key}`, option.help ?? '']]),
    ]),
    ...sharedFields.map(({ label }, index): PathAndText => [`sharedFields.${index}`, label]),
    ...sharedMaterials.map(({ name }, index): PathAndText => [`sharedMaterials.${index}`, name]),
  ];
}

/** 模糊表述 in what a citizen reads; a reviewer judges whether the sentence does without it (GDE-03, BDL-01). */
export function checkWording(content: BundleContent, vocabularies: readonly Vocabulary[]): BundleFinding[] {
  const found = new Map<string, BundleFinding>();
  for (const [path, text] of textsOf(content)) {
    for (const { words, phrases } of vocabularies) {
      for (const { sentence, words: vague } of findVagueSentences(text, words, phrases)) {
        // Both lists may know a word; the sentence is told once.
        if (!found.has(`${path} ${sentence}`)) found.set(`${path} ${sentence}`, { rule: 'bundle-wording', severity: 'warning', path, message: `“${shortenAround(sentence, vague[0] ?? '')}”里的${vague.map((word) => `“${word}”`).join('')}不够明确，请写明具体内容。` });
      }
    }
  }
  return [...found.values()];
}

const error = (path: string, message: string): BundleFinding => ({ rule: 'bundle-unfinished', severity: 'error', path, message });

/** What was begun and not finished: a draft keeps it, a review does not take it. */
export function checkTexts({ questions, notes, sharedFields, sharedMaterials }: BundleContent): BundleFinding[] {
  const keys = questions.map(({ key }) => key);
  return [
    ...(new Set(keys).size < keys.length ? [error('questions', '问题标识重复。')] : []),
    ...questions.flatMap(({ key, text, options }, index) => [
      ...(text.trim() === '' ? [error(`questions.${key}`, `第 ${index + 1} 个问题没有写题目。`)] : []),
      ...(options.some((option) => option.text.trim() === '') ? [error(`questions.${key}`, `问题“${text}”有选项没有写文字。`)] : []),
      ...(new Set(options.map((option) => option.key)).size < options.length ? [error(`questions.${key}`, `问题“${text}”的选项标识重复。`)] : []),
    ]),
    ...notes.flatMap((note, index) => (note.trim() === '' ? [error(`notes.${index}`, `第 ${index + 1} 条提示是空的，请填写或删除。`)] : [])),
    ...sharedFields.flatMap(({ label, fields }, index) => (label.trim() === '' || fields.length < 2 ? [error(`sharedFields.${index}`, `合并字段“${label}”要有名称，并至少选择两个字段。`)] : [])),
    ...sharedMaterials.flatMap(({ name, materials }, index) => (name.trim() === '' || materials.length < 2 ? [error(`sharedMaterials.${index}`, `合并材料“${name}”要有名称，并至少选择两份材料。`)] : [])),
  ];
}
