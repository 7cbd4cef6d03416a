import { sql } from 'kysely';
import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { listLicenceTypes } from '../../licences/index.ts';
import { countElementUses } from '../../catalog/index.ts';
import { describeSource, sourceId, type listElementChoices, type listElements as operation, type SourceNames } from '../contract.ts';
import { presentElement, type ElementRecord } from '../element-record.ts';
import type { DataElementsTables } from '../tables.ts';
import { listServices } from './sharing-services.ts';
import { abilitiesOf } from './view-element.ts';

const most = 2_000;
const elements = (ctx: Context) => tablesOf<DataElementsTables>(ctx.kernel.db).selectFrom('dataElements.element').selectAll();

/** The dictionary in the order of its codes, by words of code, name or definition and by filters (FRM-02). */
export async function findElements(ctx: Context, { q, type, sensitivity, source, used, limit = 20, cursor }: QueryOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const forms = await countElementUses(ctx.kernel);
  let query = elements(ctx).orderBy('code').limit(limit + 1);
  for (const word of (q ?? '').trim().split(/\s+/).filter((one) => one !== '')) {
    const like = `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    query = query.where((eb) => eb.or([eb('code', 'ilike', like), eb('name', 'ilike', like), eb('definition', 'ilike', like), eb('databaseField', 'ilike', like)]));
  }
  if (type !== undefined) query = query.where('type', '=', type);
  if (sensitivity !== undefined) query = query.where('sensitivity', '=', sensitivity);
  if (source === 'none') query = query.where(sql<boolean>`sources = '[]'::jsonb`);
  else if (source !== undefined) query = query.where(sql<boolean>`sources @> ${JSON.stringify([{ kind: source }])}::jsonb`);
  if (used !== undefined) query = query.where((eb) => (used ? eb('code', 'in', [...forms.keys(), '']) : eb('code', 'not in', [...forms.keys(), ''])));
  if (cursor !== undefined) query = query.where('code', '>', String(decodeCursor(cursor, 1)[0]));
  return pageOf(await query.execute(), limit, ({ code }) => [code], (record) => ({ ...presentElement(record), forms: forms.get(record.code) ?? 0 }));
}

/** Names of the licence types and services that sources refer to. */
export async function readSourceNames(ctx: Context, records: readonly Pick<ElementRecord, 'sources'>[]): Promise<SourceNames> {
  const types = records.flatMap(({ sources }) => sources.flatMap((source) => (source.kind === 'licence' ? source.licenceType : [])));
  const [licenceTypes, { services }] = await Promise.all([listLicenceTypes(ctx.kernel, [...new Set(types)]), listServices(ctx)]);
  return { licenceTypes: new Map(licenceTypes.map(({ code, name }) => [code, name])), services: new Map(services.map(({ code, name }) => [code, name])) };
}

/** Every element with the names of its sources, for those who bind fields of a form to them. */
export async function listChoices(ctx: Context): Promise<ResponseOf<typeof listElementChoices>> {
  const records = await elements(ctx).orderBy('code').limit(most).execute();
  const names = await readSourceNames(ctx, records);
  return {
    elements: records.map((record) => ({
      ...presentElement(record), sourceOptions: record.sources.map((source) => ({ id: sourceId(source), label: describeSource(source, names, record.name) })),
    })),
    abilities: abilitiesOf(ctx),
  };
}
