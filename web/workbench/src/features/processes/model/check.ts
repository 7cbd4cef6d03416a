import { parseProcess, type ProcessModel } from '@tongban/bpmn-model';
import { compile } from '@tongban/expressions';
import type { ProcessProblem } from '@tongban/server/src/kernel/workflow/definition.contract.ts';

/** Says in Chinese what is wrong with an expression, as the server will. */
export function checkExpression(source: string): string | undefined {
  const compiled = compile(source);
  return compiled.ok ? undefined : compiled.problems.map(({ message }) => message).join('');
}

/** What keeps a diagram from being published, and its model when nothing does. */
export interface Judgement {
  readonly problems: readonly ProcessProblem[];
  readonly process: ProcessModel | undefined;
}

/** Judges a diagram by the same rules as publishing does. */
export async function judge(xml: string): Promise<Judgement> {
  const parsed = await parseProcess(xml, { checkExpression });
  if (parsed.ok) return { problems: [], process: parsed.process };
  return { process: undefined, problems: parsed.problems.map(({ code, element, message }) => ({ code, element: element ?? null, message })) };
}
