import { findExpression, type ProcessModel } from '@tongban/bpmn-model';
import { compile } from '@tongban/expressions';
import type { Context } from '../../kernel/context.ts';
import type { ProcessProblem } from '../../kernel/workflow/definition.contract.ts';
import type { Parts } from './offices.ts';

const parts: Readonly<Record<keyof Parts, string>> = { acceptance: '受理', lead: '牵头', decision: '决定', joint: '联办' };
/** What every case gives its process at the start; steps and processes of other matters write names of their own. */
const given = ['departments', 'situation', 'flags', 'guidance', 'applicantKind', 'projectType', 'channel'] as const;

/** Names in the expressions of a process that are misspelt: nobody would be found for the step, or no way would open (WFL-01). */
export async function checkCaseNames(_ctx: Context, _key: string, { nodes, flows }: ProcessModel): Promise<ProcessProblem[]> {
  // A round over departments calls each of them by a name of its own, and collects what they say under another.
  const own = new Set(nodes.flatMap((node) => ('multi' in node ? [node.multi?.elementVariable, node.multi?.outputElement, node.multi?.outputCollection] : [])));
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name ?? id]));
  const places = [
    ...nodes.map((node) => ({ id: node.id, at: `「${node.name ?? node.id}」`, sources: expressionsIn(node) })),
    ...flows.map(({ id, from, to, condition }) => ({ id, at: `连线「${nameOf.get(from) ?? from}」→「${nameOf.get(to) ?? to}」`, sources: condition === undefined ? [] : [findExpression(condition) ?? condition] })),
  ];
  return places.flatMap(({ id, at, sources }) => [...new Set(sources.flatMap((source) => faultsOf(source, own)))].map((fault) => ({ code: 'unknown-name', element: id, message: `${at}的表达式${fault}` })));
}

function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return [findExpression(value)].filter((source) => source !== undefined);
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}

function faultsOf(source: string, own: ReadonlySet<string | undefined>): string[] {
  const compiled = compile(source);
  if (!compiled.ok) return [];
  const { names, paths } = compiled.expression;
  const strange = paths.flatMap((path) => { const [first, part] = path.split('.'); return first === 'departments' && part !== undefined && !Object.hasOwn(parts, part) ? [part] : []; });
  return [
    ...strange.map((part) => `用了“departments.${part}”，办件没有这个部门。可以写${Object.entries(parts).map(([name, word]) => `“departments.${name}”（${word}）`).join('、')}。`),
    ...names.filter((name) => !own.has(name) && !given.some((one) => one === name)).flatMap((name) => { const meant = given.find((one) => isNear(one, name)); return meant === undefined ? [] : [`用了“${name}”，办件没有这一项，是不是“${meant}”？`]; }),
  ];
}

/** One or two letters too many, too few or wrong. */
function isNear(one: string, other: string): boolean {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, against] of [...other].entries()) now.push(Math.min((before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1, (before[column] ?? 0) + (letter === against ? 0 : 1)));
    before = now;
  }
  return (before.at(-1) ?? 9) <= 2;
}
