import { templateBounds, type DocumentBlock, type DocumentDefinition } from './definition.contract.ts';
import { findTextFaults, splitText, writeField } from './placeholders.contract.ts';
import type { FieldType, StatutoryPart, TemplateKind, TemplateVocabulary } from './template-kinds.contract.ts';
import { listTexts, type PlacedName, type PlacedText, type TemplateTexts } from './template-texts.contract.ts';

/** What makes a fault go away. */
export type TemplateMend =
  | { readonly label: string; readonly kind: 'replace'; readonly path: string; readonly text: string }
  | { readonly label: string; readonly kind: 'append'; readonly block: DocumentBlock }
  /** Puts the block at `path` where it is shown only when `present` has a value. */
  | { readonly label: string; readonly kind: 'wrap'; readonly path: string; readonly present: string }
  | { readonly label: string; readonly kind: 'sign' };

/** Something wrong with a template, where, and how it is mended; only an `error` keeps it from being published. */
export interface TemplateProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Place as in `PlacedText.path`; undefined where something is missing altogether. */
  readonly path: string | undefined;
  readonly message: string;
  readonly mend?: TemplateMend;
}

interface Known { label: string; type: FieldType; optional: boolean }

const formatsOf: Readonly<Record<FieldType, readonly string[]>> = { text: [], number: ['yuan', 'chinese-number'], date: ['date', 'chinese-date'], datetime: ['datetime'] };

/** Formats a field of a type may have, the usual one first; none stands for “as it is”. */
export function formatsFor(type: FieldType): readonly string[] {
  return formatsOf[type];
}

/** What is wrong with a template, in order of reading (HND-05): fields that are not there, braces left open, texts too long, parts the law asks for. */
export function checkTemplate(content: DocumentDefinition, { parts, vocabulary }: { parts: readonly StatutoryPart[]; vocabulary: TemplateVocabulary }): TemplateProblem[] {
  const found = listTexts(content);
  return [
    ...found.texts.flatMap((placed) => [...checkPlacedText(placed, vocabulary), ...checkLength(placed)]),
    ...found.names.flatMap((one) => checkName(one, vocabulary)),
    ...checkWhole(content, found),
    ...checkParts(content, found, parts),
  ];
}

/** What is wrong with one text: braces left open, fields that are not there or not written as they can be. */
export function checkPlacedText(placed: PlacedText, vocabulary: TemplateVocabulary): TemplateProblem[] {
  return [...checkBraces(placed), ...checkFields(placed, vocabulary)];
}

const braceMessages = {
  unclosed: (words: string) => `“${words}”的大括号没有写完；请删去后用“插入字段”重新插入。`,
  unopened: (words: string) => `“${words}”多了右大括号；请删去。`,
  empty: (words: string) => `“${words}”里没有字段；请删去后用“插入字段”重新插入。`,
} as const;

function checkBraces({ path, text }: PlacedText): TemplateProblem[] {
  return findTextFaults(text).map(({ code, words, at }) => {
    const length = code === 'empty' ? words.length : 2;
    return { code, severity: 'error', path, message: braceMessages[code](words), mend: { label: '删去多余的大括号', kind: 'replace', path, text: text.slice(0, at) + text.slice(at + length) } };
  });
}

function knownFields({ fields, lists }: TemplateVocabulary, each: string | undefined): Map<string, Known> {
  const list = lists.find(({ path }) => path === each);
  const columns = list === undefined ? [] : [...list.columns, { path: 'index', label: '序号', type: 'number' as const, optional: false }];
  return new Map([...fields, ...columns].map((field) => [field.path, field]));
}

/** Whether a value is shown only where it is present: its own condition, or one on what it is part of. */
function isGuarded(path: string, when: readonly string[]): boolean {
  return when.some((name) => path === name || path.startsWith(`${name}.`));
}

function checkFields({ path, text, each, when }: PlacedText, vocabulary: TemplateVocabulary): TemplateProblem[] {
  const known = knownFields(vocabulary, each);
  return splitText(text).flatMap((part): TemplateProblem[] => {
    if (part.kind === 'words') return [];
    const replace = (label: string, field: { path: string; format?: string | undefined; fallback?: string | undefined }): TemplateMend =>
      ({ label, kind: 'replace', path, text: text.slice(0, part.at) + writeField(field) + text.slice(part.at + part.raw.length) });
    const field = known.get(part.path);
    if (field === undefined) return [unknownField(part.path, path, vocabulary, known, (meant) => replace(`改为“${known.get(meant)?.label ?? meant}”`, { ...part, path: meant }))];
    const formats = formatsFor(field.type);
    if (part.format !== undefined && !formats.includes(part.format)) return [{ code: 'wrong-format', severity: 'error', path, message: `“${field.label}”不能按“${part.format}”显示；请点字段重新选择写法。`, mend: replace('按常用写法显示', { ...part, format: formats[0] }) }];
    if (part.format === undefined && (field.type === 'date' || field.type === 'datetime')) return [{ code: 'no-format', severity: 'error', path, message: `“${field.label}”没有选日期写法，印出来会是 2026-11-21 这样的数字；请点字段选择写法。`, mend: replace('按“2026年11月21日”显示', { ...part, format: formats[0] }) }];
    if (field.optional && part.fallback === undefined && !isGuarded(part.path, when)) return [{ code: 'may-be-absent', severity: 'error', path, message: `“${field.label}”不是每个办件都有；没有时整份文书做不出来。请写明没有时写什么，或放进“有内容才显示”。`, mend: replace('没有时写“无”', { ...part, fallback: '无' }) }];
    return [];
  });
}

function unknownField(name: string, path: string, { lists }: TemplateVocabulary, known: ReadonlyMap<string, Known>, mendTo: (meant: string) => TemplateMend): TemplateProblem {
  const list = lists.find(({ columns }) => columns.some((column) => column.path === name)) ?? (name === 'index' ? lists[0] : undefined);
  if (list) return { code: 'outside-list', severity: 'error', path, message: `“${list.columns.find((column) => column.path === name)?.label ?? '序号'}”是“${list.label}”里每一条的内容，只能写在这个列表或表格里。` };
  const meant = [...known].find(([other, { label }]) => label === name || other.toLowerCase() === name.toLowerCase())?.[0];
  return {
    code: 'unknown-field', severity: 'error', path, message: `没有“${name}”这个字段；请删去后用“插入字段”从列表中选择。`, ...(meant === undefined ? {} : { mend: mendTo(meant) }),
  };
}

function checkName({ path, name, use, when }: PlacedName, vocabulary: TemplateVocabulary): TemplateProblem[] {
  if (!isKnownName(name, use, vocabulary)) return [{ code: 'unknown-list', severity: 'error', path, message: `没有“${name}”这${use === 'each' ? '个列表' : '一项'}；请从列表中选择。` }];
  const list = use === 'each' ? vocabulary.lists.find((one) => one.path === name) : undefined;
  if (list?.optional !== true || isGuarded(name, when)) return [];
  return [{
    code: 'may-be-absent', severity: 'error', path, message: `“${list.label}”不是每个办件都有；没有时整份文书做不出来，请放进“有内容才显示”。`,
    mend: { label: '有内容才显示', kind: 'wrap', path: path.replace(/\.each$/, ''), present: name },
  }];
}

function isKnownName(name: string, use: 'each' | 'present', { fields, lists }: TemplateVocabulary): boolean {
  if (lists.some(({ path }) => path === name)) return true;
  // A condition may ask for a whole group, such as the licence.
  return use === 'present' && fields.some(({ path }) => path === name || path.startsWith(`${name}.`));
}

function checkLength({ path, text }: PlacedText): TemplateProblem[] {
  const isTitle = /(^|\.)(title|label|letterhead|organization|number|caption|subtitle|footer)$/.test(path);
  const most = isTitle ? templateBounds.title : templateBounds.text;
  const words = splitText(text).reduce((sum, part) => sum + (part.kind === 'words' ? [...part.words].length : 0), 0);
  if (words <= most && text.length <= templateBounds.text) return [];
  return [{ code: 'too-long', severity: 'error', path, message: isTitle ? `这里最多 ${most} 个字，现在 ${words} 个字；请写短。` : `一段最多 ${most} 个字，现在 ${Math.max(words, text.length)} 个字；请分成几段。` }];
}

function checkWhole(content: DocumentDefinition, { texts }: TemplateTexts): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const all = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (all > templateBounds.all) problems.push({ code: 'too-long', severity: 'error', path: undefined, message: `全文最多 ${templateBounds.all} 个字，现在 ${all} 个字；请精简，或把细节写进办事指南。` });
  for (const { path, text } of texts) {
    const must = path === 'title' || path.endsWith('.content') || path.startsWith('signature.') || (path.endsWith('.text') && /blocks|closing/.test(path) && !path.includes('.columns.') && !path.includes('.rows.'));
    if (must && text.trim() === '') problems.push({ code: 'empty', severity: 'error', path, message: '这里还没有内容；请填写，或删去这一块。' });
  }
  if (content.kind === 'notice') {
    if (content.signature === undefined) problems.push({ code: 'no-signature', severity: 'error', path: undefined, message: '缺少落款（办理单位和日期）；行政许可法第三十二条第二款、第三十八条要求书面决定加盖印章并注明日期。', mend: { label: '补上落款', kind: 'sign' } });
    for (const [path, name] of [['applicant.name', '申请人'], ['caseNumber', '办件编号'], ['itemName', '事项名称']] as const) {
      if (!texts.some(({ text }) => splitText(text).some((part) => part.kind === 'field' && part.path === path))) problems.push({ code: 'no-subject', severity: 'warning', path: undefined, message: `没有写“${name}”，收到的人可能看不出是哪一件事。` });
    }
  }
  return problems;
}

function checkParts(content: DocumentDefinition, { texts, names }: TemplateTexts, parts: readonly StatutoryPart[]): TemplateProblem[] {
  const always = texts.filter(({ when, path }) => when.length === 0 && !path.endsWith('.title'));
  const used = new Set([
    ...always.flatMap(({ text }) => splitText(text).flatMap((part) => (part.kind === 'field' ? [part.path] : []))), ...names.filter(({ use, when }) => use === 'each' && when.length === 0).map(({ name }) => name),
  ]);
  const words = always.map(({ text }) => text).join('\n');
  return parts.filter(({ anyOf, orWords }) => !anyOf.some((path) => used.has(path)) && !(orWords?.every((word) => words.includes(word)) ?? false)).map(({ name, law, mend }) => ({
    code: 'statutory-part', severity: 'error', path: undefined, message: `缺少“${name}”（${law}）；每份文书都要有，不能放在“有内容才显示”里。`,
    ...(mend === undefined || content.kind === 'certificate' ? {} : { mend: { label: `补上“${name}”`, kind: 'append', block: mend } }),
  }));
}

/** The fields of a kind together with those that the application form of an item gives. */
export function vocabularyWith({ vocabulary: { fields, lists } }: TemplateKind, application: TemplateVocabulary): TemplateVocabulary {
  return { fields: [...fields, ...application.fields], lists: [...lists, ...application.lists] };
}
