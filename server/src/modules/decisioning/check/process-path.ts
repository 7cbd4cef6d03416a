import type { ProcessModel, ProcessNode, UserTaskNode } from '@tongban/bpmn-model';

/** How a case goes through a process, or why the platform cannot follow it alone. */
export type ProcessPath = { ok: true; steps: readonly UserTaskNode[] } | { ok: false; reason: string };

const followed = new Set<UserTaskNode['step']>(['acceptance', 'review', 'decision', 'delivery']);

function nameOf(node: ProcessNode): string {
  return node.name ?? node.id;
}

function refusalOf(node: ProcessNode): string | undefined {
  if (node.kind !== 'user-task') return `流程中的“${nameOf(node)}”不是人工环节（分支、并行、等待或者系统任务）`;
  if (node.form !== undefined) return `环节“${nameOf(node)}”有要由办理人填写的表单`;
  if (node.rules?.some(({ on }) => on === 'complete')) return `环节“${nameOf(node)}”办完之前要运行的规则，由办理人按结果处理`;
  if (node.multi) return `环节“${nameOf(node)}”由多人会签`;
  return followed.has(node.step) ? undefined : `环节“${nameOf(node)}”不是受理、审查、决定或者送达`;
}

/**
 * The steps of a process that runs from start to end in one line: acceptance, reviews if any, decision, delivery. That is
 * the only shape that the platform completes by itself; every other is refused by the name of what stands in the way.
 */
export function pathOf(model: ProcessModel): ProcessPath {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const steps: UserTaskNode[] = [];
  let at = model.nodes.find(({ kind }) => kind === 'start');
  for (let count = 0; at !== undefined && count <= model.nodes.length; count += 1) {
    if (at.kind === 'end') return orderOf(steps, model);
    const refusal = at.kind === 'start' ? undefined : refusalOf(at);
    if (refusal !== undefined) return { ok: false, reason: refusal };
    if (at.kind === 'user-task') steps.push(at);
    const here: ProcessNode = at;
    const out = model.flows.filter(({ from }) => from === here.id);
    if (out.length !== 1) return { ok: false, reason: `“${nameOf(here)}”之后有分支` };
    at = nodes.get(out[0]?.to ?? '');
  }
  return { ok: false, reason: '流程中有循环' };
}

function orderOf(steps: readonly UserTaskNode[], model: ProcessModel): ProcessPath {
  const beside = model.nodes.find((node) => node.kind !== 'start' && node.kind !== 'end' && !steps.some(({ id }) => id === node.id));
  if (beside !== undefined) return { ok: false, reason: `流程中还有“${nameOf(beside)}”` };
  const order = steps.map(({ step }) => step).join(' ');
  if (/^acceptance( review)* decision( delivery)?$/u.test(order)) return { ok: true, steps };
  return { ok: false, reason: '环节不是“受理、审查、决定、送达”的顺序' };
}
