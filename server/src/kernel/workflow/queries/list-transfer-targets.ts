import { sql } from 'kysely';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { TransferTargets } from '../contract.ts';
import { openTask } from '../engine/open-task.ts';
import { findTaskRouter } from '../engine/task-routers.ts';

const most = 50;

/**
 * Officers whom one's task can be handed to (转办), of any department: those who could do it, the colleagues of the own
 * department first. @throws workflow.task-not-found, workflow.not-handler, workflow.claimed-by-other
 */
export async function listTransferTargets(ctx: Context, { taskId, search = '' }: { taskId: string; search?: string | undefined }): Promise<TransferTargets> {
  const { task: { subjectType, subjectId, step, candidates } } = await openTask(ctx, taskId);
  const able = await findTaskRouter(ctx.kernel, subjectType)?.listTakers?.(ctx, { subjectId, step, candidates });
  const today = chinaDate(ctx.kernel.clock.now());
  const words = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const own = ctx.actor.kind === 'staff' ? ctx.actor.organizationId : null;
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff as s').innerJoin('organization.organization as o', 'o.id', 's.organizationId')
    .select([
      's.id', 's.name', 'o.name as organizationName',
      sql<string[]>`ARRAY(SELECT p.name FROM organization.staff_post sp JOIN organization.post p ON p.code = sp.post_code WHERE sp.staff_id = s.id AND sp.valid_to IS NULL ORDER BY p.position)`.as('posts'),
    ])
    .where('s.id', '!=', ctx.actor.id)
    .where((eb) => eb.or([eb('s.validTo', 'is', null), eb('s.validTo', '>', today)]))
    .$if(able !== undefined, (found) => found.where(sql<boolean>`s.id = ANY(${able ?? []}::uuid[])`))
    .where((eb) => eb.or([eb('s.name', 'like', words), eb('o.name', 'like', words), eb('o.shortName', 'like', words)]))
    .orderBy(sql`s.organization_id IS DISTINCT FROM ${own}::uuid`).orderBy('s.name').orderBy('s.id').limit(most + 1).execute();
  return { items: rows.slice(0, most), more: rows.length > most };
}
