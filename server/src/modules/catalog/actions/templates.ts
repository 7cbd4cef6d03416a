import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { getImplementer } from '../organizations.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { createItem } from './create-item.ts';
import type { VersionReceipt } from './version-receipt.ts';

/** Marks a version as a template others may begin with, under a name; null takes the mark away (CAT-10). */
export async function setTemplate(ctx: Context, versionId: string, name: string | null): Promise<void> {
  const { version } = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const batch = new WriteBatch();
  writesFor<CatalogTables>(batch).update('catalog.itemVersion', { templateName: name }, { id: version.id });
  recordAudit(ctx, batch, { action: 'catalog.set-template', objectType: 'item-version', objectId: version.id, detail: { name } });
  await commit(ctx, batch);
}

/** Templates of a task type, or of all; they are for every department. */
export async function listTemplates(ctx: Context, taskType: string | undefined) {
  let query = tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion as v').innerJoin('catalog.item as i', 'i.id', 'v.itemId')
    .select(['v.id as versionId', 'v.templateName as name', 'i.taskType', 'i.name as itemName', 'i.departmentName'])
    .where('v.templateName', 'is not', null);
  if (taskType !== undefined) query = query.where('i.taskType', '=', taskType);
  return (await query.orderBy('i.taskType').orderBy('v.templateName').limit(200).execute()).map(({ name, ...row }) => ({ ...row, name: name ?? '' }));
}

export interface FromTemplate {
  templateVersionId: string;
  name: string;
  localTaskCode: string;
  organizationId: string;
}

/** Creates an item from a template, with a name, code and department of its own. @throws catalog.template-not-found */
export async function createFromTemplate(ctx: Context, { templateVersionId, name, localTaskCode, organizationId }: FromTemplate): Promise<VersionReceipt> {
  const template = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion').select('elements')
    .where('id', '=', templateVersionId).where('templateName', 'is not', null).executeTakeFirst();
  if (!template) throw fail('catalog.template-not-found');
  await getImplementer(ctx, organizationId);
  const department = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['name', 'regionCode'])
    .where('id', '=', organizationId).executeTakeFirstOrThrow();
  const { taskCode: _task, handlingItemCode: _handling, localCatalogCode: _local, planEffectiveDate: _from, planCancelDate: _to, ...kept } = template.elements;
  const elements: ItemElements = {
    ...kept, name, localTaskCode, organizationId, departmentName: department.name, regionCode: department.regionCode,
    handlingDepartments: kept.handlingDepartments.map((one) => (one.organizationId === kept.organizationId ? { ...one, organizationId, name: department.name } : one)),
  };
  return createItem(ctx, elements);
}
