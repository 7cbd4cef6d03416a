import type { Context } from '../../context.ts';
import { readRows } from '../../db/index.ts';
import { getDefinition } from '../definitions/find-definition.ts';
import type { InstanceRow, TaskRow } from '../engine/unit.ts';
import { stationsOf, type NodeMap } from '../interpreter/index.ts';
import { nodeNow } from '../simulation/past-instances.ts';

/** A task of a process, done or not, as it was worked. */
export type Visit = Pick<TaskRow, 'id' | 'node' | 'name' | 'status' | 'assigneeName' | 'completedByName' | 'returned' | 'signMode' | 'dueOn' | 'createdAt' | 'claimedAt' | 'endedAt'>;

/** One process about a subject: its diagram, where it stands, which way it went, and what was done at each step. */
export interface InstanceProgress {
  instanceId: string;
  processName: string;
  version: number;
  xml: string;
  status: InstanceRow['status'];
  startedAt: Date;
  endedAt: Date | null;
  /** Called by another process of the same subject. */
  called: boolean;
  /** Nodes it waits at now. */
  standing: { node: string; name: string }[];
  /** Flows it has gone along; none for what began before ways were recorded. */
  taken: string[];
  visits: Visit[];
  /** It was begun by an older version and taken to this one. */
  migrations: { from: number; to: number; at: Date; by: string }[];
}

type Moved = InstanceProgress['migrations'][number] & { instanceId: string; nodeMap: NodeMap };
type Joined = Omit<Visit, 'id'> & { instanceId: string; id: string };

const instancesOf = `SELECT * FROM workflow.instance WHERE subject_id = $1 AND subject_type = $2 ORDER BY id`;
const visitsOf = `
SELECT t.instance_id, t.id, t.node, t.name, t.status, t.assignee_name, t.completed_by_name, t.returned, t.sign_mode, t.due_on, t.created_at, t.claimed_at, t.ended_at
FROM workflow.task t JOIN workflow.instance i ON i.id = t.instance_id WHERE i.subject_id = $1 AND i.subject_type = $2 ORDER BY t.created_at, t.id`;
const migrationsOf = `
SELECT c.instance_id, f.version AS "from", t.version AS "to", c.at, m.started_by_name AS by, m.node_map
FROM workflow.migration_case c JOIN workflow.instance i ON i.id = c.instance_id JOIN workflow.migration m ON m.id = c.migration_id
JOIN workflow.definition f ON f.id = m.from_id JOIN workflow.definition t ON t.id = m.to_id
WHERE i.subject_id = $1 AND i.subject_type = $2 AND c.result = 'moved' ORDER BY c.at`;

/**
 * How the processes about a subject have gone, the first one first, in three queries whatever their length. Whether the
 * actor may see the subject is the caller's to decide.
 */
export async function readProgress(ctx: Context, { subjectType, subjectId }: { subjectType: string; subjectId: string }): Promise<InstanceProgress[]> {
  const about = [subjectId, subjectType];
  const { db } = ctx.kernel;
  const [instances, visits, migrations] = await Promise.all([
    readRows<InstanceRow>(db, instancesOf, about), readRows<Joined>(db, visitsOf, about), readRows<Moved>(db, migrationsOf, about),
  ]);
  return Promise.all(instances.map(async ({ id, definitionId, parentId, state, taken, status, startedAt, endedAt }) => {
    const { model, name, version, xml } = await getDefinition(ctx.kernel, definitionId);
    const of = <T extends { instanceId: string }>(rows: readonly T[]): Omit<T, 'instanceId'>[] => rows.filter(({ instanceId }) => instanceId === id).map(({ instanceId: _of, ...row }) => row);
    const moves = of(migrations);
    return {
      instanceId: id, processName: name, version, xml, status, startedAt, endedAt, called: parentId !== null, taken,
      standing: stationsOf(state).map((node) => ({ node, name: model.nodes.find((one) => one.id === node)?.name ?? node })), visits: of(visits).map((visit) => ({ ...visit, node: nodeNow(visit, moves) })),
      migrations: moves.map(({ nodeMap: _map, ...move }) => move),
    };
  }));
}
