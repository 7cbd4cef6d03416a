import { parseProcess } from '@tongban/bpmn-model';
import type { BodyOf } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import type { simulateProcessDraft as operation, Simulation as SimulationView } from '../definition.contract.ts';
import { getDraftRecord } from '../drafts/get-draft.ts';
import { checkExpression } from '../engine/evaluate.ts';
import { fail } from '../errors.ts';
import { simulate, type Move } from './simulate.ts';

/** Walks through a draft as it was saved last. @throws workflow.definition-invalid while it cannot be run */
export async function simulateDraft(ctx: Context, draftId: string, { variables, moves }: BodyOf<typeof operation>): Promise<SimulationView> {
  const { xml } = await getDraftRecord(ctx, draftId, 'workflow.definition.view');
  const parsed = await parseProcess(xml, { checkExpression });
  if (!parsed.ok) throw fail('workflow.definition-invalid', { count: parsed.problems.length }, { issues: parsed.problems.map(({ code, element, message }) => ({ path: element ?? 'xml', code, message })) });
  const { path, waiting, ended, workingDays, loop } = simulate(parsed.process, variables, moves as readonly Move[]);
  return { path: [...path], waiting: [...waiting], ended, workingDays, loop: [...loop] };
}
