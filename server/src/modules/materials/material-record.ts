import type { Selectable } from 'kysely';
import { authorize } from '../../kernel/access/index.ts';
import type { Context, Kernel } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { buildSearchVector } from '../../kernel/search/index.ts';
import type { MaterialContent } from './library.contract.ts';
import { fail } from './errors.ts';
import { nameKeysOf } from './material-name.ts';
import { findMaterialState, materialActionLabels, materialStateLabels, type MaterialAction } from './states.ts';
import type { MaterialsTables } from './tables.ts';

/** A standard material as it is stored, without what is only searched. */
export type MaterialRecord = Omit<Selectable<MaterialsTables['materials.material']>, 'vector'>;

/** Columns of a record. */
export const recordColumns = [
  'id', 'code', 'kind', 'name', 'aliases', 'nameKeys', 'type', 'form', 'necessity', 'source', 'sourceExplanation', 'issuingAuthority', 'pageFormat',
  'acceptanceStandard', 'fillingInstructions', 'sensitive', 'licenceTypes', 'state', 'stateReason', 'mergedInto', 'revision', 'regionCode',
  'organizationPath', 'createdById', 'createdByName', 'createdAt', 'updatedByName', 'updatedAt',
] as const satisfies readonly (keyof MaterialRecord)[];

/** The materials by id, in any state. */
export async function findMaterials(kernel: Kernel, ids: readonly string[]): Promise<MaterialRecord[]> {
  if (ids.length === 0) return [];
  return tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material').select(recordColumns).where('id', 'in', ids).execute();
}

/** @throws materials.not-found */
export async function getMaterialRecord(ctx: Context, id: string): Promise<MaterialRecord> {
  const [record] = await findMaterials(ctx.kernel, [id]);
  if (!record) throw fail('materials.not-found');
  return record;
}

/** The ids of a material and of all that were merged into it: what is known of any of them is known of it. */
export async function familyOf(kernel: Kernel, id: string): Promise<string[]> {
  const rows = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material').select('id').where('mergedInto', '=', id).execute();
  return [id, ...rows.map((row) => row.id)];
}

/** The library is one for the whole region: what all departments rest on is changed by who answers for the region. */
export function authorizeLibrary(ctx: Context, permission: string, { regionCode }: Pick<MaterialRecord, 'regionCode'>): void {
  authorize(ctx, permission, { regionCode });
}

/** A draft may also be edited by the department that proposed it. @throws forbidden */
function authorizeEdit(ctx: Context, record: MaterialRecord): void {
  if (record.state !== 'draft') return authorizeLibrary(ctx, 'materials.material.edit', record);
  authorize(ctx, 'materials.material.edit', { regionCode: record.regionCode, organizationPath: record.organizationPath, ownerIds: [record.createdById] });
}

/** The state after the action. @throws materials.state-refused naming both */
export function requireMaterialState({ state }: MaterialRecord, action: MaterialAction): MaterialRecord['state'] {
  const next = findMaterialState(state, action);
  if (next === undefined) throw fail('materials.state-refused', { state: materialStateLabels[state], action: materialActionLabels[action] });
  return next;
}

/** The material, if the actor may change it as it stands. @throws materials.not-found, materials.state-refused, forbidden */
export async function getEditableMaterial(ctx: Context, id: string): Promise<MaterialRecord> {
  const record = await getMaterialRecord(ctx, id);
  authorizeEdit(ctx, record);
  requireMaterialState(record, 'edit');
  return record;
}

/** What the library says of the material, as its editors write it. */
export function contentOf(record: MaterialRecord): MaterialContent {
  const { kind, name, aliases, type, form, necessity, source, sensitive, licenceTypes } = record;
  const optional = {
    sourceExplanation: record.sourceExplanation, issuingAuthority: record.issuingAuthority, pageFormat: record.pageFormat,
    acceptanceStandard: record.acceptanceStandard, fillingInstructions: record.fillingInstructions,
  };
  const said = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)) as Partial<Record<keyof typeof optional, string>>;
  return { kind, name, aliases, type, form, necessity, source, sensitive, licenceTypes, ...said };
}

/** The columns that follow from the content; `codes` are those by which it is found. */
export function columnsOf(content: MaterialContent, codes: readonly string[]) {
  const text = (value: string | undefined): string | null => value?.trim() || null;
  const name = content.name.trim();
  const aliases = [...new Set(content.aliases.map((alias) => alias.trim()))].filter((alias) => alias !== '' && alias !== name);
  const { kind, type, form, necessity, source, sensitive } = content;
  return {
    kind, name, aliases, type, form, necessity, source, sensitive, licenceTypes: [...new Set(content.licenceTypes)], nameKeys: nameKeysOf({ name, aliases }),
    sourceExplanation: text(content.sourceExplanation), issuingAuthority: text(content.issuingAuthority), pageFormat: text(content.pageFormat),
    acceptanceStandard: text(content.acceptanceStandard), fillingInstructions: text(content.fillingInstructions),
    vector: buildSearchVector([
      { text: name, weight: 'A', named: true }, ...aliases.map((alias) => ({ text: alias, weight: 'B' as const, named: true })),
      ...codes.map((code) => ({ text: code, weight: 'C' as const })), { text: content.issuingAuthority ?? '', weight: 'D' },
    ]),
  };
}
