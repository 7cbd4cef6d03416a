import type { Selectable } from 'kysely';
import { parseProcess } from '@tongban/bpmn-model';
import { holds, requireScope } from '../../access/index.ts';
import { liesInScope } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { DraftState, ProcessDraft } from '../definition.contract.ts';
import { checkExpression } from '../engine/evaluate.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';
import { checkReferences } from './check-references.ts';

export type DraftRecord = Selectable<WorkflowTables['workflow.draft']> & { basedOnVersion: number | null };

const stateLabels: Readonly<Record<DraftState, string>> = { draft: '草稿', published: '已发布' };

/** A draft in the scope of a permission. @throws workflow.draft-not-found */
export async function getDraftRecord(ctx: Context, draftId: string, permission: string): Promise<DraftRecord> {
  const record = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.draft as d').leftJoin('workflow.definition as b', 'b.id', 'd.basedOnId')
    .selectAll('d').select('b.version as basedOnVersion').where('d.id', '=', draftId).executeTakeFirst();
  if (!record || !liesInScope(requireScope(ctx, permission), ctx.actor, record)) throw fail('workflow.draft-not-found');
  return record;
}

/** A draft with what is wrong with it, and what the actor may do. */
export async function presentDraft(ctx: Context, record: DraftRecord): Promise<ProcessDraft> {
  const { id, state, basedOnId, basedOnVersion, updatedAt, updatedById, publishedAt } = record;
  const may = (permission: string): boolean => state === 'draft' && holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, record);
  const { key, name, xml, note, definitionId, revision, updatedByName, publishedByName } = record;
  const parsed = state === 'draft' ? await parseProcess(xml, { checkExpression }) : undefined;
  const problems = parsed === undefined ? [] : parsed.ok ? await checkReferences(ctx, key, parsed.process) : parsed.problems.map(({ code, element, message }) => ({ code, element: element ?? null, message }));
  return {
    draftId: id, key, name, xml, note, state, stateLabel: stateLabels[state], definitionId, revision, updatedByName, publishedByName, problems,
    basedOn: basedOnId === null || basedOnVersion === null ? null : { definitionId: basedOnId, version: basedOnVersion },
    updatedAt: updatedAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null,
    abilities: { edit: may('workflow.definition.edit'), discard: may('workflow.definition.edit'), publish: may('workflow.definition.publish') && updatedById !== ctx.actor.id },
  };
}
