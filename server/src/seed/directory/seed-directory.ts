import { systemActor } from '../../kernel/access/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId, tablesOf } from '../../kernel/db/index.ts';
import type { DictionaryTables } from '../../kernel/dictionary/index.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import { concludeImport, decideClaims, findEntriesByCode, importEntries, listImports, reviewImport, saveDuties, submitClaims } from '../../modules/directory/index.ts';
import { demoDepartments, districtRegion, type DepartmentName } from '../content/index.ts';
import { changedRows, nationalRows, provincialRows, type DirectoryRow } from './directory-rows.ts';
import { demoEntryCodes, demoGuidance } from './demonstration-codes.ts';

type OrganizationIdOf = (department: DepartmentName) => string;

const provincialRegion = '510000000000';
const nationalRegion = '000000000000';

/** Names the guiding departments of the demonstration's codes. */
async function nameGuidance(ctx: Context): Promise<void> {
  const names = [...Object.values(demoGuidance), { code: 'DA', name: '教育部门（演示）' }];
  await tablesOf<DictionaryTables>(ctx.kernel.db).insertInto('kernel.dictionaryEntry')
    .values(names.map(({ code, name }, index) => ({ dictionary: 'guidance-department', code, name, sortOrder: 100 + index, active: true, parentCode: null })))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

async function bringInForce(editor: Context, reviewer: Context, fileName: string, regionCode: string, rows: readonly DirectoryRow[]): Promise<void> {
  const importId = await importEntries(editor, { name: fileName, content: Buffer.from(JSON.stringify(rows)) }, regionCode);
  await reviewImport(reviewer, importId, { version: 1, decision: 'approve', opinion: '与公布的目录核对一致，同意生效。' });
  await concludeImport(reviewer, importId);
}

async function nameDuties(ctx: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  await saveDuties(ctx, districtRegion, [
    ...demoDepartments.map(({ shortName }) => ({ guidanceDepartment: demoGuidance[shortName].code, organizationId: organizationIdOf(shortName) })),
    { guidanceDepartment: '04', organizationId: organizationIdOf('区行政审批局') },
  ]);
}

/** The district's departments claim the entries of the items that they offer. */
async function claimItems(ctx: Context, reviewer: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  const items = await findPublishedItems(ctx.kernel, demoEntryCodes.map(({ item }) => item.elements.localTaskCode));
  const entries = await findEntriesByCode(ctx, demoEntryCodes.map(({ code }) => code));
  for (const { shortName } of demoDepartments) {
    const rows = demoEntryCodes.filter(({ item }) => item.department === shortName).flatMap(({ item, code }) => {
      const [entryId, itemId] = [entries.get(code), items.get(item.elements.localTaskCode)];
      return entryId === undefined || itemId === undefined ? [] : [{ entryId, kind: 'link' as const, itemId }];
    });
    if (rows.length === 0) continue;
    const claimed = await submitClaims(ctx, { organizationId: organizationIdOf(shortName), rows });
    await decideClaims(reviewer, { decision: 'confirm', rows: claimed.flatMap(({ claimId }) => claimId === null ? [] : [{ claimId, version: 1 }]) });
  }
}

/**
 * Seeds the demonstration's directories: a provincial one with made-up codes from which the items are claimed, a national
 * entry with its published code, a few entries nobody has claimed yet, and a version that came in afterwards.
 */
export async function seedDirectory(ctx: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  if ((await listImports(ctx, { limit: 1 })).items.length > 0) return;
  const reviewer = systemContext(ctx.kernel, systemActor('seed-review', '演示数据审核'), createId());
  await nameGuidance(ctx);
  await bringInForce(ctx, reviewer, '国家基本目录（节选）.json', nationalRegion, nationalRows);
  await bringInForce(ctx, reviewer, '四川省基本目录（演示）.json', provincialRegion, provincialRows());
  await nameDuties(ctx, organizationIdOf);
  await claimItems(ctx, reviewer, organizationIdOf);
  await bringInForce(ctx, reviewer, '四川省基本目录动态调整（演示）.json', provincialRegion, changedRows());
}
