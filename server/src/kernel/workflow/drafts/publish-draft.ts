import { parseProcess } from '@tongban/bpmn-model';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import type { ProcessDraft } from '../definition.contract.ts';
import { findDefinition } from '../definitions/find-definition.ts';
import { publishDefinition } from '../definitions/publish-definition.ts';
import { checkExpression } from '../engine/evaluate.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';
import { checkReferences } from './check-references.ts';
import { getDraftRecord, presentDraft } from './get-draft.ts';

const publish = 'workflow.definition.publish';

/**
 * Publishes a draft as the next version of its process; items choose it, cases under way keep theirs. Two people look at a
 * process that will lead cases: who changed it last does not publish it (WFL-01).
 * @throws workflow.draft-closed, workflow.own-draft, workflow.draft-stale, workflow.draft-unchanged, workflow.definition-invalid with one issue per fault
 */
export async function publishDraft(ctx: Context, draftId: string, revision: number): Promise<ProcessDraft> {
  const record = await getDraftRecord(ctx, draftId, publish);
  if (record.state !== 'draft') throw fail('workflow.draft-closed', { action: '发布' });
  if (record.updatedById === ctx.actor.id) throw fail('workflow.own-draft');
  // Checked is what was read, so that is what must still be there.
  if (record.revision !== revision) throw fail('workflow.draft-stale');
  if ((await findDefinition(ctx.kernel, record.key))?.xml === record.xml) throw fail('workflow.draft-unchanged');
  const parsed = await parseProcess(record.xml, { checkExpression });
  const issues = parsed.ok ? (await checkReferences(ctx, record.key, parsed.process)).map(({ code, element, message }) => ({ path: element ?? 'xml', code, message })) : [];
  if (issues.length > 0) throw fail('workflow.definition-invalid', { count: issues.length }, { issues });
  const batch = new WriteBatch();
  const { id } = await publishDefinition(ctx, batch, { key: record.key, xml: record.xml });
  writesFor<WorkflowTables>(batch).update('workflow.draft',
    { state: 'published', publishedAt: ctx.kernel.clock.now(), publishedByName: ctx.actor.name, definitionId: id, revision: revision + 1 },
    { id: draftId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('workflow.draft-stale') });
  await commit(ctx, batch);
  return presentDraft(ctx, await getDraftRecord(ctx, draftId, publish));
}
