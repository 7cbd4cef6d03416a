import type { ProcessModel, ProcessNode, SequenceFlow } from '@tongban/bpmn-model';
import { completeTask, start, type Environment, type InstanceState } from '../server/src/kernel/workflow/interpreter/index.ts';

export interface InterpreterFigures {
  /** Completed workflow steps per second, one instance after the other on one core. */
  readonly stepsPerSecond: number;
  /** Size of the stored state in bytes while two parallel tasks wait. */
  readonly stateBytes: number;
}

const candidates = [{ post: 'reviewer', organisation: '=organisation' }];

function task(id: string, name: string): ProcessNode {
  return { kind: 'user-task', id, name, step: 'review', candidates, noHandler: 'administrator', limitWorkingDays: '3' };
}

/** Ten nodes: acceptance, two departments in parallel, a decision that may ask for rework, delivery. */
export const tenNodeModel: ProcessModel = {
  format: 1,
  id: 'parallel-review',
  nodes: [
    { kind: 'start', id: 'StartEvent_1' },
    task('Activity_accept', '受理'),
    { kind: 'parallel', id: 'Gateway_fork' },
    task('Activity_planning', '规划审查'),
    task('Activity_fire', '消防审查'),
    { kind: 'parallel', id: 'Gateway_join' },
    task('Activity_decide', '决定'),
    { kind: 'exclusive', id: 'Gateway_redo', default: 'Flow_9' },
    task('Activity_deliver', '送达'),
    { kind: 'end', id: 'EndEvent_1' },
  ],
  flows: [
    flow(1, 'StartEvent_1', 'Activity_accept'),
    flow(2, 'Activity_accept', 'Gateway_fork'),
    flow(3, 'Gateway_fork', 'Activity_planning'),
    flow(4, 'Gateway_fork', 'Activity_fire'),
    flow(5, 'Activity_planning', 'Gateway_join'),
    flow(6, 'Activity_fire', 'Gateway_join'),
    flow(7, 'Gateway_join', 'Activity_decide'),
    flow(8, 'Activity_decide', 'Gateway_redo'),
    { ...flow(10, 'Gateway_redo', 'Activity_accept'), condition: 'redo' },
    flow(9, 'Gateway_redo', 'Activity_deliver'),
    flow(11, 'Activity_deliver', 'EndEvent_1'),
  ],
};

function flow(number: number, from: string, to: string): SequenceFlow {
  return { id: `Flow_${number}`, from, to };
}

/** Measures the interpreter alone: no database, conditions looked up, state passed from step to step. */
export function measureInterpreter(): InterpreterFigures {
  let ids = 0;
  const env: Environment = {
    evaluate: (expression, variables) => variables[expression],
    newId: () => `0193bd5e-7c1a-7000-8000-${String(++ids).padStart(12, '0')}`,
  };
  const variables = { organisation: '511600', redo: false };
  const begun = start(tenNodeModel, variables, env);
  const parallel = begun.ok ? complete(begun.state, env) : undefined;
  if (parallel === undefined || parallel.tokens.length !== 2) throw new Error('the measured process does not reach its parallel tasks');
  const rounds = Array.from({ length: 5 }, () => measureRound(env, variables));
  return { stepsPerSecond: median(rounds), stateBytes: Buffer.byteLength(JSON.stringify(parallel)) };
}

function measureRound(env: Environment, variables: Readonly<Record<string, unknown>>): number {
  const instances = 10_000;
  let steps = 0;
  const from = performance.now();
  for (let instance = 0; instance < instances; instance++) {
    const begun = start(tenNodeModel, variables, env);
    let state = begun.ok ? begun.state : undefined;
    for (steps++; state?.status === 'running'; steps++) state = complete(state, env);
  }
  return Math.round((steps / (performance.now() - from)) * 1000);
}

function complete(state: InstanceState, env: Environment): InstanceState | undefined {
  const taskId = state.tokens.find((token) => token.wait !== undefined)?.wait ?? '';
  const outcome = completeTask(tenNodeModel, state, { taskId, variables: { opinion: '同意' } }, env);
  return outcome.ok ? outcome.state : undefined;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
