import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { WorkflowTables } from '../../../kernel/workflow/tables.ts';
import type { ItemElements } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';
import { codeLists } from './list-codes.ts';
import type { Surroundings } from './surroundings.ts';

/** What the rules ask about code lists, organisations, processes and licences, read in four statements for any number of versions. */
export async function loadSurroundings(kernel: Kernel, versions: readonly ItemElements[]): Promise<Surroundings> {
  const [code, organization, processExists, licenceType] = await Promise.all([
    loadCodes(kernel), loadOrganizations(kernel, versions), loadProcesses(kernel, versions), loadLicenceTypes(kernel, versions),
  ]);
  return { code, organization, processExists, licenceType };
}

type Asked<K extends keyof Surroundings> = NonNullable<Surroundings[K]>;

async function loadCodes(kernel: Kernel): Promise<Asked<'code'>> {
  const lists = await listDictionaries(kernel, codeLists);
  const active = new Map([...lists].map(([list, { name, entries }]) => [list, { name, codes: new Set(entries.filter((entry) => entry.active).map((entry) => entry.code)) }]));
  return (list, code) => {
    const found = active.get(list);
    return { known: found?.codes.has(code) ?? false, listName: found?.name ?? list };
  };
}

async function loadOrganizations(kernel: Kernel, versions: readonly ItemElements[]): Promise<Asked<'organization'>> {
  const ids = [...new Set(versions.flatMap(({ organizationId, handlingDepartments }) => [organizationId, ...handlingDepartments.map((department) => department.organizationId)]))];
  const rows = ids.length === 0 ? [] : await tablesOf<OrganizationTables>(kernel.db).selectFrom('organization.organization')
    .select(['id', 'code', 'validTo']).where('id', 'in', ids).execute();
  const today = chinaDate(kernel.clock.now());
  const found = new Map(rows.map(({ id, code, validTo }) => [id, { closed: validTo !== null && validTo <= today, creditCode: code }]));
  return (id) => found.get(id) ?? null;
}

async function loadProcesses(kernel: Kernel, versions: readonly ItemElements[]): Promise<Asked<'processExists'>> {
  const keys = [...new Set(versions.flatMap(({ handling }) => handling.processKey ?? []))];
  const rows = keys.length === 0 ? [] : await tablesOf<WorkflowTables>(kernel.db).selectFrom('workflow.definition')
    .select(['key', 'version']).where('key', 'in', keys).execute();
  return (key, version) => rows.some((row) => row.key === key && (version === undefined || row.version === version));
}

/** What the licence catalogue has told; it is silent about a type that it has not told of. */
async function loadLicenceTypes(kernel: Kernel, versions: readonly ItemElements[]): Promise<Asked<'licenceType'>> {
  const codes = [...new Set(versions.flatMap(({ handling, results }) => [handling.licenceTypeCode, ...results.map(({ licenceTypeCode }) => licenceTypeCode)].flatMap((code) => code ?? [])))];
  const rows = codes.length === 0 ? [] : await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.licenceType').selectAll().where('code', 'in', codes).execute();
  const known = new Map(rows.map((row) => [row.code, row]));
  return (code) => known.get(code);
}
