import type { CandidateRule, UserTaskNode } from '@tongban/bpmn-model';
import type { Candidate } from './effect.ts';
import { evaluateExpression, evaluateValue } from './evaluate.ts';
import { refuse, type Run } from './run.ts';
import type { Variables } from './state.ts';

const parts = ['post', 'role', 'organisation', 'person'] as const;

/** Works out whom the process means for a task, whether they are there or not. */
export function resolveCandidates(run: Run, node: UserTaskNode, variables: Variables): readonly Candidate[] {
  return node.candidates.flatMap((rule) =>
    rule.expression === undefined ? resolveParts(run, node, rule, variables) : resolveExpression(run, node, rule.expression, variables),
  );
}

/** The candidates as long as one of them has a handler; else none. */
export function withHandler({ env: { hasHandler } }: Run, candidates: readonly Candidate[]): readonly Candidate[] {
  return hasHandler === undefined || candidates.some(hasHandler) ? candidates : [];
}

function resolveParts(run: Run, node: UserTaskNode, rule: CandidateRule, variables: Variables): Candidate[] {
  const candidate: { -readonly [part in keyof Candidate]: string } = {};
  for (const part of parts) {
    const written = rule[part];
    if (written === undefined) continue;
    const value = evaluateValue(run, node.id, written, variables);
    // a part that is not known yet narrows the candidate to nobody, not to everybody
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'string') return refuseCandidate(run, node, value);
    candidate[part] = value;
  }
  return [candidate];
}

function resolveExpression(run: Run, node: UserTaskNode, expression: string, variables: Variables): Candidate[] {
  const value = evaluateExpression(run, node.id, expression, variables);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== null && one !== undefined && one !== '').flatMap((one) => toCandidate(run, node, one));
}

function toCandidate(run: Run, node: UserTaskNode, value: unknown): Candidate[] {
  if (typeof value === 'string') return [{ person: value }];
  if (typeof value !== 'object' || value === null) return refuseCandidate(run, node, value);
  const entries = Object.entries(value).filter(([key]) => parts.some((part) => part === key));
  if (entries.length === 0 || entries.some(([, part]) => typeof part !== 'string' || part === '')) return refuseCandidate(run, node, value);
  return [Object.fromEntries(entries)];
}

function refuseCandidate(run: Run, node: UserTaskNode, value: unknown): Candidate[] {
  refuse(run, 'candidate-invalid', { node: node.id, value });
  return [];
}
