import type { ProcessModel } from './model.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { createGraph } from './graph/graph.ts';
import { checkBranching } from './lint/check-branching.ts';
import { checkLoops } from './lint/check-loops.ts';
import { checkPaths } from './lint/check-paths.ts';
import { checkScopes } from './lint/check-scopes.ts';
import { findProcess } from './read/find-process.ts';
import { readProcess } from './read/read-process.ts';
import { readXml } from './read/read-xml.ts';
import type { ExpressionCheck, Reading } from './read/reading.ts';

export interface ParseOptions {
  /** Returns why an expression is malformed; without it expressions are taken as they are. */
  readonly checkExpression?: ExpressionCheck;
  /** Names of the service handlers the platform has; without it any name is accepted. */
  readonly handlers?: ReadonlySet<string>;
}

export type ParseResult =
  | { readonly ok: true; readonly process: ProcessModel }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** The process's name, when it could be read so far. */
      readonly name?: string;
    };

const holes: ReadonlySet<ProblemCode> = new Set(['unsupported-element', 'unresolved-reference', 'duplicate-id', 'missing-id', 'invalid-xml', 'invalid-timer', 'timer-cycle-not-allowed', 'missing-message']);

/** Compiles BPMN 2.0 XML into an executable process, or lists everything that keeps it from being published (WFL-01). */
export async function parseProcess(xml: string, options: ParseOptions = {}): Promise<ParseResult> {
  const { definitions, problems } = await readXml(xml);
  if (definitions === undefined) return { ok: false, problems };
  const found = findProcess(definitions);
  problems.push(...found.problems);
  if (found.process === undefined) return { ok: false, problems };
  const reading: Reading = { problems, checkExpression: options.checkExpression, handlers: options.handlers };
  const process = readProcess(reading, found.process);
  // a model with holes in it would be reported as disconnected, which hides the actual fault
  if (!problems.some((problem) => holes.has(problem.code))) problems.push(...lintProcess(process));
  if (problems.length === 0) return { ok: true, process };
  return { ok: false, problems: distinct(problems), ...(process.name === undefined ? {} : { name: process.name }) };
}

/** Lists the structural faults of a model: scopes, paths, branching, endless loops. */
export function lintProcess(process: ProcessModel): Problem[] {
  const graph = createGraph(process);
  return [...checkScopes(graph), ...checkPaths(graph), ...checkBranching(graph), ...checkLoops(graph)];
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.element ?? ''} ${problem.message}`, problem])).values()];
}
