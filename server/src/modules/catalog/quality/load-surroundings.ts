import { hash } from 'node:crypto';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { WorkflowTables } from '../../../kernel/workflow/tables.ts';
import type { CatalogTables } from '../tables.ts';
import { codeLists } from './list-codes.ts';
import type { References } from './references.ts';
import type { Surroundings } from './surroundings.ts';

/** What the rules ask about code lists, organisations, processes and licences, read in four statements for any number of versions. */
export async function loadSurroundings(kernel: Kernel, references: readonly References[]): Promise<{ known: Surroundings; codesDigest: string }> {
  const [{ code, codesDigest }, organization, processExists, licenceType] = await Promise.all([
    loadCodes(kernel), loadOrganizations(kernel, references), loadProcesses(kernel, references), loadLicenceTypes(kernel, references),
  ]);
  return { known: { code, organization, processExists, licenceType }, codesDigest };
}

type Asked<K extends keyof Surroundings> = NonNullable<Surroundings[K]>;

async function loadCodes(kernel: Kernel): Promise<{ code: Asked<'code'>; codesDigest: string }> {
  const lists = await listDictionaries(kernel, codeLists);
  const active = new Map([...lists].map(([list, { name, entries }]) => [list, { name, codes: new Set(entries.filter((entry) => entry.active).map((entry) => entry.code)) }]));
  return {
    code: (list, code) => {
      const found = active.get(list);
      return { known: found?.codes.has(code) ?? false, listName: found?.name ?? list };
    },
    codesDigest: hash('sha256', JSON.stringify([...active].map(([list, { name, codes }]) => [list, name, [...codes].toSorted()])), 'base64'),
  };
}

async function loadOrganizations(kernel: Kernel, references: readonly References[]): Promise<Asked<'organization'>> {
  const ids = [...new Set(references.flatMap(({ organizations }) => organizations))];
  const rows = ids.length === 0 ? [] : await tablesOf<OrganizationTables>(kernel.db).selectFrom('organization.organization')
    .select(['id', 'code', 'validTo']).where('id', 'in', ids).execute();
  const today = chinaDate(kernel.clock.now());
  const found = new Map(rows.map(({ id, code, validTo }) => [id, { closed: validTo !== null && validTo <= today, creditCode: code }]));
  return (id) => found.get(id) ?? null;
}

async function loadProcesses(kernel: Kernel, references: readonly References[]): Promise<Asked<'processExists'>> {
  const keys = [...new Set(references.flatMap(({ processes }) => processes.map(({ key }) => key)))];
  const rows = keys.length === 0 ? [] : await tablesOf<WorkflowTables>(kernel.db).selectFrom('workflow.definition')
    .select(['key', 'version']).where('key', 'in', keys).execute();
  return (key, version) => rows.some((row) => row.key === key && (version === undefined || row.version === version));
}

/** What the licence catalogue has told; it is silent about a type that it has not told of. */
async function loadLicenceTypes(kernel: Kernel, references: readonly References[]): Promise<Asked<'licenceType'>> {
  const codes = [...new Set(references.flatMap(({ licenceTypes }) => licenceTypes))];
  const rows = codes.length === 0 ? [] : await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.licenceType').selectAll().where('code', 'in', codes).execute();
  const known = new Map(rows.map((row) => [row.code, row]));
  return (code) => known.get(code);
}
