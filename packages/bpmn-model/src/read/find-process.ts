import { createProblem, type Problem } from '../problem.ts';
import { listElements, type ModdleElement } from './element.ts';

/** Picks the one process to execute: the only one, or the only one marked executable. */
export function findProcess(definitions: ModdleElement): { process?: ModdleElement; problems: Problem[] } {
  const processes = listElements(definitions, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  const executable = processes.filter((process) => process.get('isExecutable') === true);
  const eligible = executable.length > 0 ? executable : processes;
  if (eligible.length > 1) {
    return { problems: [createProblem('several-processes', undefined, eligible.map((process) => process.id).join('、'))] };
  }
  const process = eligible[0];
  return process === undefined ? { problems: [createProblem('no-process')] } : { process, problems: [] };
}
