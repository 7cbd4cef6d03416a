import { listFields, type Field, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { applicationGroup, applicationPrefix } from '../../../kernel/documents/index.ts';
import { readItemContents } from '../../catalog/index.ts';
import type { ApplicationVocabulary } from '../contract.ts';

/** Files and signatures have no words. */
const wordless: ReadonlySet<Field['type']> = new Set<Field['type']>(['attachment', 'image', 'signature']);

/**
 * What the application forms of an item give to its documents, under `application.`: each answer as people read it, each
 * table as a list. Of an item that is worked on, the version worked on. None of it is there in every case. A licence's face
 * has the lines of its type instead.
 */
export async function readApplicationVocabulary(ctx: Context, kind: string, itemId: string | null): Promise<ApplicationVocabulary> {
  const [item] = itemId === null || kind === 'licence-face' ? [] : await readItemContents(ctx.kernel, [itemId]);
  const forms = (item?.open ?? item?.published)?.elements.forms ?? [];
  // Forms of different situations share fields; each is offered once.
  const all = new Map(forms.flatMap(({ definition }) => listFields(definition as FormDefinition)).map((field) => [`${applicationPrefix}${field.id}`, field]));
  const vocabulary: ApplicationVocabulary = { fields: [], lists: [] };
  for (const [path, field] of all) {
    if (wordless.has(field.type)) continue;
    if (field.type === 'table') {
      const columns = field.columns.map(({ id, label }) => ({ path: id, label, type: 'text' as const, optional: true }));
      vocabulary.lists.push({ path, label: `${applicationGroup}：${field.label}`, optional: true, columns });
    } else vocabulary.fields.push({ path, label: field.label, group: applicationGroup, type: 'text', optional: true });
  }
  return vocabulary;
}
