import { parseProcess, type ProcessModel } from '@tongban/bpmn-model';
import type { Context } from '../../kernel/context.ts';
import { checkExpression, getDefinitionById, getDraftRecord } from '../../kernel/workflow/index.ts';
import { fail } from './errors.ts';

/** The process that is tried, as it is now. */
export interface Target {
  key: string;
  name: string;
  version: number | null;
  xml: string;
  model: ProcessModel;
}

/** @throws replays.target-missing, replays.process-faulty, workflow.draft-not-found, workflow.definition-not-found */
export async function getTarget(ctx: Context, { draftId, definitionId }: { draftId?: string; definitionId?: string }): Promise<Target> {
  if ((draftId === undefined) === (definitionId === undefined)) throw fail('replays.target-missing');
  if (definitionId !== undefined) {
    const { key, name, version, xml, model } = await getDefinitionById(ctx.kernel, definitionId);
    return { key, name, version, xml, model };
  }
  const { key, name, xml } = await getDraftRecord(ctx, draftId ?? '', 'workflow.definition.view');
  const parsed = await parseProcess(xml, { checkExpression });
  if (!parsed.ok) throw fail('replays.process-faulty', { count: parsed.problems.length }, { issues: parsed.problems.map(({ code, element, message }) => ({ path: element ?? 'xml', code, message })) });
  return { key, name: parsed.process.name ?? name, version: null, xml, model: parsed.process };
}

/** What a node is called; its id when it has no name. */
export function nameIn({ nodes }: ProcessModel, id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? id;
}
