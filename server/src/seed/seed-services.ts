import { systemActor } from '../kernel/access/index.ts';
import { commit } from '../kernel/commit.ts';
import { systemContext, type Context, type Kernel } from '../kernel/context.ts';
import { createId, tablesOf, WriteBatch } from '../kernel/db/index.ts';
import { AppError } from '../kernel/errors/index.ts';
import type { OrganizationTables } from '../kernel/organization/tables.ts';
import { publishDefinition } from '../kernel/workflow/index.ts';
import { addGuidanceConfirmation, createItem, findPublishedItems, guidanceDigestOf, publishVersion, reviewVersion, submitVersion } from '../modules/catalog/index.ts';
import { addLicenceType } from '../modules/licences/index.ts';
import { makeSeal } from '../modules/seals/index.ts';
import type { ItemElements } from '../modules/catalog/contract.ts';
import { demoCatalogCode } from './directory/demonstration-codes.ts';
import { seedDataElements } from './data-elements/seed-data-elements.ts';
import type { DemoContent, StandardCodeOf } from './materials/seed-materials.ts';
import {
  demoDepartments, districtRegion, readProcessXml, seedItems, seedLicenceTypes, seedProcesses, toItemElements, type DepartmentName, type SeedItem, type SeedLicenceType,
} from './content/index.ts';

type OrganizationIdOf = (department: DepartmentName) => string;

/** Adds what materials are and says which standard material a material of an item is; nothing is said where there is no library. */
export type PrepareLibrary = (ctx: Context, reviewer: Context, content: DemoContent) => Promise<StandardCodeOf>;

/** Finds the demonstration's departments by their short names, also those that somebody has closed since. @throws Error when they have not been seeded */
export async function findDepartments(ctx: Context): Promise<OrganizationIdOf> {
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['id', 'code'])
    .where('regionCode', '=', districtRegion).orderBy('validTo', (order) => order.asc().nullsLast()).execute();
  const byCode = new Map(rows.map(({ id, code }) => [code, id]));
  return (name) => {
    const code = demoDepartments.find(({ shortName }) => shortName === name)?.code ?? '';
    const id = byCode.get(code);
    if (!id) throw new Error(`the demonstration department ${name} has not been seeded`);
    return id;
  };
}

/** Runs an addition that an earlier, interrupted start may have made already. */
async function addUnless(code: string, add: () => Promise<unknown>): Promise<void> {
  await add().catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== code) throw error;
  });
}

async function seedSeals(ctx: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  for (const [index, department] of demoDepartments.entries()) {
    await addUnless('seals.already-active', () => makeSeal(ctx, {
      organizationId: organizationIdOf(department.shortName), organizationName: department.name, kind: 'special', purpose: '行政审批专用章',
      registrationNumber: `51160200${String(index + 1).padStart(5, '0')}`,
    }));
  }
}

function withStandardCodes(itemKey: string, elements: ItemElements, standardCodeOf: StandardCodeOf | undefined): ItemElements {
  return {
    ...elements, materials: elements.materials.map((material) => {
      const standardCode = standardCodeOf?.(itemKey, material.name);
      return standardCode === undefined ? material : { ...material, standardCode };
    }),
  };
}

/** Takes an item through the same steps as its administrators: draft, review by another, publication. */
async function publishItem(editor: Context, reviewer: Context, elements: ItemElements): Promise<void> {
  const draft = await createItem(editor, elements);
  if (elements.questionnaire) await confirmGuidance(reviewer, draft, elements);
  const submitted = await submitVersion(editor, draft.versionId, draft.revision);
  const approved = await reviewVersion(reviewer, draft.versionId, { revision: submitted.revision, decision: 'approve', opinion: '要素齐全，同意发布。' });
  await publishVersion(reviewer, draft.versionId, approved.revision);
}

/** Keeps that the department has confirmed the questions of its item. */
async function confirmGuidance(ctx: Context, { itemId, versionId }: { itemId: string; versionId: string }, elements: ItemElements): Promise<void> {
  const batch = new WriteBatch();
  const opinion = '问题、情形和材料与本部门的办理要求一致，同意上线。';
  addGuidanceConfirmation(ctx, batch, { itemId, versionId, digest: guidanceDigestOf(elements), organizationName: elements.departmentName, opinion });
  await commit(ctx, batch);
}

/**
 * Adds what the demonstration city offers and does not have yet: processes, licence types, seals and published items.
 * The departments must be there. Gives how many items were published.
 */
export async function seedServices(
  kernel: Kernel, items: readonly SeedItem[] = seedItems, licenceTypes: readonly SeedLicenceType[] = seedLicenceTypes, prepareLibrary?: PrepareLibrary,
): Promise<number> {
  const published = await findPublishedItems(kernel, items.map(({ elements }) => elements.localTaskCode));
  const missing = items.filter(({ elements }) => !published.has(elements.localTaskCode));
  if (missing.length === 0) return 0;
  const ctx = systemContext(kernel, systemActor('seed', '演示数据'), createId());
  const organizationIdOf = await findDepartments(ctx);
  for (const process of seedProcesses) {
    const batch = new WriteBatch();
    await publishDefinition(ctx, batch, { key: process.key, xml: await readProcessXml(process) });
    await commit(ctx, batch);
  }
  for (const { issuer: _issuer, ...type } of licenceTypes) await addLicenceType(ctx, { ...type, face: type.face.map((line) => ({ ...line })) });
  await seedDataElements(ctx);
  await seedSeals(ctx, organizationIdOf);
  const reviewer = systemContext(kernel, systemActor('seed-review', '演示数据审核'), createId());
  const standardCodeOf = await prepareLibrary?.(ctx, reviewer, { items, licenceTypes });
  for (const item of missing) {
    const catalogCode = demoCatalogCode(item.key);
    const elements = { ...toItemElements(item, organizationIdOf), ...(catalogCode === undefined ? {} : { catalogCode }) };
    await publishItem(ctx, reviewer, withStandardCodes(item.key, elements, standardCodeOf));
  }
  return missing.length;
}
