import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import type { BoardSubject, Targets } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentSubject } from '../queries/read-board.ts';
import type { Stage } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

/** Adds an automatic approval to what is combed. @throws surveys.unknown-department */
export async function addSubject(ctx: Context, { kind, name, organizationId }: { kind: 'automatic'; name: string; organizationId: string }): Promise<BoardSubject> {
  const department = (await listOrganizationsById(ctx, [organizationId])).get(organizationId);
  const place = department && { organizationPath: department.path, regionCode: department.regionCode };
  if (!department || !place || department.validTo !== null || !liesInScope(requireScope(ctx, 'surveys.survey.manage'), ctx.actor, place)) throw fail('surveys.unknown-department');
  const row = {
    id: createId(), kind, name: name.trim(), organizationId, organizationName: department.name, ...place, stage: 'not-started' as const, updatedAt: ctx.kernel.clock.now(),
    updatedByName: ctx.actor.name, revision: 1,
  };
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).insert('surveys.subject', row);
  recordAudit(ctx, batch, { action: 'surveys.add-subject', objectType: 'survey-subject', objectId: row.id, detail: { kind, name } });
  await commit(ctx, batch);
  return presentSubject({ ...row, code: null });
}

/** Records how far an automatic approval has come; bundles move by themselves. @throws surveys.subject-not-found, surveys.subject-derived, surveys.stale */
export async function moveSubject(ctx: Context, subjectId: string, { revision, stage }: { revision: number; stage: Stage }): Promise<BoardSubject> {
  const row = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.subject').selectAll().where('id', '=', subjectId).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, 'surveys.survey.manage'), ctx.actor, row)) throw fail('surveys.subject-not-found');
  if (row.kind === 'bundle') throw fail('surveys.subject-derived');
  const set = { stage, updatedAt: ctx.kernel.clock.now(), updatedByName: ctx.actor.name, revision: revision + 1 };
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).update('surveys.subject', set, { id: subjectId, revision }, { expected: 1, otherwise: () => fail('surveys.stale') });
  recordAudit(ctx, batch, { action: 'surveys.move-subject', objectType: 'survey-subject', objectId: subjectId, detail: { from: row.stage, to: stage } });
  await commit(ctx, batch);
  return presentSubject({ ...row, ...set, code: null });
}

/** Sets how many of each kind are to be combed. */
export async function saveTargets(ctx: Context, targets: Targets): Promise<Targets> {
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).updateEach('surveys.target', [
    { kind: 'single', target: targets.single }, { kind: 'bundle', target: targets.bundle }, { kind: 'automatic', target: targets.automatic },
  ], ['kind']);
  recordAudit(ctx, batch, { action: 'surveys.save-targets', objectType: 'survey-target', objectId: 'targets', detail: { ...targets } });
  await commit(ctx, batch);
  return targets;
}
