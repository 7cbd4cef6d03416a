import { parseProcess } from '@tongban/bpmn-model';
import { requireScope } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { createId, writesFor, type WriteBatch } from '../../db/index.ts';
import { checkExpression } from '../engine/evaluate.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';
import { findDefinition } from './find-definition.ts';

export interface PublishedDefinition {
  id: string;
  key: string;
  version: number;
}

/**
 * Adds the next version of a process to the batch: the XML with its compiled model. Instances that are under way keep
 * theirs. Publishing what is already the latest version again changes nothing (WFL-03).
 * @throws forbidden, workflow.definition-invalid with one issue per fault
 */
export async function publishDefinition(ctx: Context, batch: WriteBatch, input: { key: string; xml: string }): Promise<PublishedDefinition> {
  requireScope(ctx, 'workflow.definition.publish');
  const parsed = await parseProcess(input.xml, { checkExpression });
  if (!parsed.ok) {
    const issues = parsed.problems.map(({ code, element, message }) => ({ path: element ?? 'xml', code, message }));
    throw fail('workflow.definition-invalid', { count: issues.length }, { issues });
  }
  const latest = await findDefinition(ctx.kernel, input.key);
  if (latest?.xml === input.xml) return { id: latest.id, key: latest.key, version: latest.version };
  const published = { id: createId(), key: input.key, version: (latest?.version ?? 0) + 1 };
  batch.onViolation('definition_key_version', () => fail('workflow.definition-stale'));
  writesFor<WorkflowTables>(batch).insert('workflow.definition', {
    ...published, name: parsed.process.name ?? input.key, xml: input.xml, model: parsed.process,
    publishedAt: ctx.kernel.clock.now(), publishedBy: ctx.actor.id,
  });
  recordAudit(ctx, batch, { action: 'workflow.publish-definition', objectType: 'process-definition', objectId: published.id, detail: { key: input.key, version: published.version } });
  return published;
}
