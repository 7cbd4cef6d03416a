import type { Definition } from '../definitions/find-definition.ts';
import { migrate, type NodeMap } from '../interpreter/index.ts';
import { takeStep } from './take-step.ts';
import { addInstance, type InstanceRow, type LiveInstance, type Unit } from './unit.ts';

/** Takes an instance that has been read to another version of its process, in the unit (WFL-03). @throws AppError of a refusal */
export async function moveInstance(unit: Unit, row: InstanceRow, to: Definition, nodeMap: NodeMap): Promise<LiveInstance> {
  const { model } = await addInstance(unit, row);
  const flows = new Set(to.model.flows.map(({ id }) => id));
  const taken = row.taken.map((flow) => nodeMap[flow] ?? flow).filter((flow) => flows.has(flow));
  const instance: LiveInstance = { row: { ...row, definitionId: to.id, taken }, model: to.model, isNew: false };
  unit.instances.set(row.id, instance);
  await takeStep(unit, instance, (env) => migrate(model, to.model, row.state, nodeMap, env));
  return instance;
}
