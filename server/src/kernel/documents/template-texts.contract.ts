import type { DocumentBlock, DocumentDefinition, FieldCell } from './definition.contract.ts';
import { splitText } from './placeholders.contract.ts';

/** One text of a template and where it stands. */
export interface PlacedText {
  /** `title`, `blocks.2.text`, `blocks.3.columns.1.text`, `closing.0.caption`. */
  readonly path: string;
  readonly text: string;
  /** The list whose entries it is written for. */
  readonly each?: string;
  /** Names whose presence shows it; empty where it is always shown. */
  readonly when: readonly string[];
}

/** A list or condition by name, and where it stands. */
export interface PlacedName { readonly path: string; readonly name: string; readonly use: 'each' | 'present'; readonly when: readonly string[] }

/** What a template is made of, in order of reading. */
export interface TemplateTexts { readonly texts: readonly PlacedText[]; readonly names: readonly PlacedName[] }

/** Every text of a template with its place, and the lists and conditions it names. */
export function listTexts(content: DocumentDefinition): TemplateTexts {
  const texts: PlacedText[] = [];
  const names: PlacedName[] = [];
  const add = (path: string, text: string | undefined, more: { each?: string; when?: readonly string[] } = {}): void => {
    if (text !== undefined) texts.push({ path, text, when: more.when ?? [], ...(more.each === undefined ? {} : { each: more.each }) });
  };
  const cells = (path: string, list: readonly FieldCell[], when: readonly string[]): void => list.forEach(({ label, text }, index) => {
    add(`${path}.${index}.label`, label, { when });
    add(`${path}.${index}.text`, text, { when });
  });
  const block = (path: string, one: DocumentBlock, when: readonly string[]): void => {
    switch (one.type) {
      case 'space': return;
      case 'paragraph': add(`${path}.text`, one.text, { when }); return;
      case 'qr':
        add(`${path}.content`, one.content, { when });
        add(`${path}.caption`, one.caption, { when });
        return;
      case 'list':
        names.push({ path: `${path}.each`, name: one.each, use: 'each', when });
        add(`${path}.text`, one.text, { each: one.each, when });
        return;
      case 'table':
        names.push({ path: `${path}.each`, name: one.each, use: 'each', when });
        one.columns.forEach(({ title, text }, index) => {
          add(`${path}.columns.${index}.title`, title, { when });
          add(`${path}.columns.${index}.text`, text, { each: one.each, when });
        });
        return;
      case 'fields': one.rows.forEach((row, index) => { cells(`${path}.rows.${index}`, row, when); }); return;
      case 'when':
        names.push({ path: `${path}.present`, name: one.present, use: 'present', when });
        one.blocks.forEach((inner, index) => { block(`${path}.blocks.${index}`, inner, [...when, one.present]); });
    }
  };
  add('title', content.title);
  add('number', content.number);
  if (content.kind === 'notice') {
    add('letterhead', content.letterhead);
    add('organization', content.organization);
    content.blocks.forEach((one, index) => { block(`blocks.${index}`, one, []); });
    content.closing?.forEach((one, index) => { block(`closing.${index}`, one, []); });
  } else {
    add('subtitle', content.subtitle);
    cells('fields', content.fields, []);
    if (content.lines !== undefined) names.push({ path: 'lines', name: content.lines, use: 'each', when: [] });
    add('statement', content.statement);
    add('qr.content', content.qr.content);
    add('qr.caption', content.qr.caption);
    add('footer', content.footer);
  }
  add('signature.organization', content.signature?.organization);
  add('signature.date', content.signature?.date);
  return { texts, names };
}

/** Whether a template names anything whose path begins so, such as the answers of the application form. */
export function usesPath(content: DocumentDefinition, prefix: string): boolean {
  const { texts, names } = listTexts(content);
  return names.some(({ name }) => name.startsWith(prefix)) || texts.some(({ text }) => splitText(text).some((part) => part.kind === 'field' && part.path.startsWith(prefix)));
}
