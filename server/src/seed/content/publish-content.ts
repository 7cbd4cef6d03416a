import { systemActor } from '../../kernel/access/index.ts';
import { commit } from '../../kernel/commit.ts';
import { systemContext, type Context, type Kernel } from '../../kernel/context.ts';
import { createId, WriteBatch } from '../../kernel/db/index.ts';
import { findOrganization } from '../../kernel/organization/services/organizations.ts';
import { publishDefinition } from '../../kernel/workflow/index.ts';
import { addPublishedItem, findItemByCode } from '../../modules/catalog/index.ts';
import { districtRegion } from './departments.ts';
import { readProcessXml, seedProcesses } from './processes.ts';
import type { DepartmentName, SeedItem } from './seed-types.ts';
import { toItemElements } from './to-elements.ts';

/** What was published now; what stood already is left alone. */
export interface PublishedContent {
  readonly processes: number;
  readonly items: number;
}

/**
 * Publishes the demonstration processes and items through the same drafting, checking and review as anyone's.
 * The departments they name must exist. Running it again changes nothing.
 */
export async function publishContent(kernel: Kernel, items: readonly SeedItem[]): Promise<PublishedContent> {
  const contextOf = (id: string, name: string): Context => systemContext(kernel, systemActor(id, name), createId());
  const author = contextOf('seed.item-author', '示范事项编制');
  const reviewer = contextOf('seed.item-reviewer', '示范事项审核');
  for (const process of seedProcesses) {
    const batch = new WriteBatch();
    await publishDefinition(author, batch, { key: process.key, xml: await readProcessXml(process) });
    await commit(author, batch);
  }
  const idOf = await findDepartments(author, items);
  let published = 0;
  for (const item of items) {
    if (await findItemByCode(author, item.elements.localTaskCode)) continue;
    await addPublishedItem(author, reviewer, toItemElements(item, idOf));
    published += 1;
  }
  return { processes: seedProcesses.length, items: published };
}

async function findDepartments(ctx: Context, items: readonly SeedItem[]): Promise<(department: DepartmentName) => string> {
  const ids = new Map<DepartmentName, string>();
  for (const name of new Set(items.flatMap((item) => [item.department, ...item.handlingDepartments.map(({ department }) => department)]))) {
    const found = await findOrganization(ctx, { name, regionCode: districtRegion });
    if (!found) throw new Error(`缺少示范部门“${name}”，请先建立机构。`);
    ids.set(name, found.id);
  }
  return (department) => {
    const id = ids.get(department);
    if (id === undefined) throw new Error(`缺少示范部门“${department}”。`);
    return id;
  };
}
