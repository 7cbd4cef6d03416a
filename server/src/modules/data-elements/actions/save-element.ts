import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import { listElementUses } from '../../catalog/index.ts';
import { listLicenceTypes } from '../../licences/index.ts';
import {
  describeSource, elementTypes, facePrefix, isProfileFact, licenceValues, sourceId, type DataElement, type ElementContent, type ElementSource, type ElementUse,
} from '../contract.ts';
import { getElementRecord, presentElement, type ElementRecord } from '../element-record.ts';
import { fail } from '../errors.ts';
import { listServices } from '../queries/sharing-services.ts';
import { edit } from '../queries/view-element.ts';
import type { DataElementsTables } from '../tables.ts';

/** @throws data-elements.length-order, dictionary-missing, dictionary-unknown, source-doubled, source-unknown */
async function checkContent(ctx: Context, content: ElementContent): Promise<void> {
  const { name, minLength, maxLength, dictionary, type, sources } = content;
  if (minLength !== null && maxLength !== null && minLength > maxLength) throw fail('data-elements.length-order');
  if (type === 'code' && dictionary === null) throw fail('data-elements.dictionary-missing');
  if (dictionary !== null && !(await listDictionaries(ctx.kernel, [dictionary])).has(dictionary)) throw fail('data-elements.dictionary-unknown', { dictionary });
  await checkSources(ctx, name, sources);
}

async function checkSources(ctx: Context, elementName: string, sources: readonly ElementSource[]): Promise<void> {
  const types = sources.flatMap((source) => (source.kind === 'licence' ? source.licenceType : []));
  const [licenceTypes, { services }] = await Promise.all([listLicenceTypes(ctx.kernel, types), listServices(ctx)]);
  const names = { licenceTypes: new Map(licenceTypes.map(({ code, name }) => [code, name])), services: new Map(services.map(({ code, name }) => [code, name])) };
  const seen = new Set<string>();
  for (const source of sources) {
    const id = sourceId(source);
    if (seen.has(id)) throw fail('data-elements.source-doubled', { source: describeSource(source, names, elementName) });
    seen.add(id);
    if (!isKnown(source, names)) throw fail('data-elements.source-unknown', { source: describeSource(source, names, elementName) });
  }
}

function isKnown(source: ElementSource, { licenceTypes, services }: { licenceTypes: ReadonlyMap<string, string>; services: ReadonlyMap<string, string> }): boolean {
  switch (source.kind) {
    case 'profile': return isProfileFact(source.fact);
    case 'licence': return licenceTypes.has(source.licenceType) && (source.value.length > facePrefix.length && source.value.startsWith(facePrefix) || Object.hasOwn(licenceValues, source.value));
    case 'past-case': return true;
    case 'sharing': return services.has(source.service);
  }
}

/** The first forms by name, for a message. */
export function nameForms(uses: readonly ElementUse[]): { count: number; forms: string } {
  const named = uses.slice(0, 5).map(({ itemName, formName }) => `“${itemName}”的“${formName}”`).join('、');
  return { count: uses.length, forms: uses.length > 5 ? `${named}等` : named };
}

/** Fields that are bound stay able to hold the element. @throws data-elements.type-in-use, data-elements.dictionary-in-use */
async function checkUses(ctx: Context, before: ElementRecord, after: ElementContent): Promise<void> {
  if (before.type === after.type && before.dictionary === after.dictionary) return;
  const uses = await listElementUses(ctx.kernel, before.code);
  const controls: readonly string[] = elementTypes[after.type].controls;
  const unfit = uses.filter(({ fields }) => fields.some(({ type }) => !controls.includes(type)));
  if (before.type !== after.type && unfit.length > 0) throw fail('data-elements.type-in-use', { type: elementTypes[after.type].label, ...nameForms(unfit) });
  const others = uses.filter(({ fields }) => fields.some(({ dictionary }) => dictionary !== null && dictionary !== after.dictionary));
  if (before.dictionary !== after.dictionary && others.length > 0) throw fail('data-elements.dictionary-in-use', nameForms(others));
}

function authorship({ actor, kernel }: Context) {
  return { editedById: actor.id, editedByName: actor.name, editedAt: kernel.clock.now() };
}

/** Adds an element to the dictionary (FRM-02). @throws data-elements.code-taken and what `checkContent` throws */
export async function addElement(ctx: Context, code: string, content: ElementContent): Promise<DataElement> {
  authorize(ctx, edit, {});
  await checkContent(ctx, content);
  const record: ElementRecord = { code, ...content, revision: 1, ...authorship(ctx) };
  const batch = new WriteBatch().onViolation('element_code', () => fail('data-elements.code-taken', { code }));
  writesFor<DataElementsTables>(batch).insert('dataElements.element', record);
  recordAudit(ctx, batch, { action: 'data-elements.add-element', objectType: 'data-element', objectId: code, detail: { name: content.name } });
  await commit(ctx, batch);
  return presentElement(record);
}

/** Changes an element; forms that use it follow, so what they hold must still fit (FRM-02). @throws data-elements.stale and what the checks throw */
export async function editElement(ctx: Context, code: string, { revision, content }: { revision: number; content: ElementContent }): Promise<DataElement> {
  authorize(ctx, edit, {});
  const before = await getElementRecord(ctx, code);
  if (before.revision !== revision) throw fail('data-elements.stale');
  await checkContent(ctx, content);
  await checkUses(ctx, before, content);
  const after: ElementRecord = { code, ...content, revision: revision + 1, ...authorship(ctx) };
  const { code: _code, ...changed } = after;
  const batch = new WriteBatch();
  writesFor<DataElementsTables>(batch).update('dataElements.element', changed, { code, revision }, { expected: 1, otherwise: () => fail('data-elements.stale') });
  recordAudit(ctx, batch, { action: 'data-elements.edit-element', objectType: 'data-element', objectId: code, detail: { revision: revision + 1, type: content.type, sources: content.sources.map(sourceId) } });
  await commit(ctx, batch);
  return presentElement(after);
}
