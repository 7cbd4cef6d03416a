import type { Context } from '../../context.ts';
import { findRow, readRowsAlone } from '../../db/index.ts';
import type { InstanceRow } from '../engine/unit.ts';

const first = '00000000-0000-0000-0000-000000000000';

/** Instances under way by a version. */
export async function countRunning(ctx: Context, definitionId: string): Promise<number> {
  const row = await findRow<{ count: number }>(ctx.kernel.db,
    `SELECT count(*)::int AS count FROM workflow.instance WHERE definition_id = $1 AND status IN ('running', 'suspended')`, [definitionId]);
  return row?.count ?? 0;
}

/** The next instances under way by a version, oldest first. */
export function listRunning(ctx: Context, definitionId: string, after: string | undefined, limit: number): Promise<InstanceRow[]> {
  return readRowsAlone<InstanceRow>(ctx.kernel.db,
    `SELECT * FROM workflow.instance WHERE definition_id = $1 AND status IN ('running', 'suspended') AND id > $2 ORDER BY id LIMIT $3`, [definitionId, after ?? first, limit]);
}
