import { caseStatusLabels, type CaseStatus } from '../cases/contract.ts';
import type { ApplicationState, ChildState } from './contract.ts';

/** What decides how the items of an application go on: a pure view of their rows. */
export interface ChildStanding {
  readonly key: string;
  readonly itemName: string;
  readonly waitsFor: readonly string[];
  readonly state: ChildState;
  readonly caseStatus: CaseStatus | null;
  readonly caseOutcome: 'approved' | 'denied' | null;
}

export type ChildMove = { readonly move: 'wait' } | { readonly move: 'open' } | { readonly move: 'drop'; readonly reason: string };

const endedEarly: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'terminated']);
const decidedStatuses: ReadonlySet<string> = new Set(['decided', 'closed']);

/** Whether an item will have no favourable result: not handled, ended early, or denied. */
export function hasFailed({ state, caseStatus, caseOutcome }: ChildStanding): boolean {
  return state === 'dropped' || (caseStatus !== null && endedEarly.has(caseStatus)) || caseOutcome === 'denied';
}

/** Whether an item was decided favourably. */
export function isGranted({ caseStatus, caseOutcome }: ChildStanding): boolean {
  return caseOutcome === 'approved' && caseStatus !== null && decidedStatuses.has(caseStatus);
}

/** Whether nothing more will be decided of an item; its result may still wait to be delivered. */
export function isSettled(child: ChildStanding): boolean {
  return hasFailed(child) || isGranted(child);
}

/** Why an item that others wait for has no favourable result. */
function failureOf({ itemName, state, caseStatus, caseOutcome }: ChildStanding): string {
  if (state === 'dropped') return `“${itemName}”不再办理`;
  return caseOutcome === 'denied' ? `“${itemName}”没有获准` : `“${itemName}”${caseStatus === null ? '没有办成' : caseStatusLabels[caseStatus]}`;
}

/**
 * How a waiting item goes on: it begins once all it waits for were decided favourably and `isReady` says that their results
 * are there, and is given up when one of them has none (BDL-02). Others stay as they are.
 */
export function nextMove(child: ChildStanding, all: readonly ChildStanding[], isReady: (key: string) => boolean): ChildMove {
  if (child.state !== 'waiting') return { move: 'wait' };
  const before = all.filter(({ key }) => child.waitsFor.includes(key));
  const failed = before.find(hasFailed);
  if (failed) return { move: 'drop', reason: `${failureOf(failed)}，本事项要用它的结果，不再办理。可以在问题解决后重新申请。` };
  return { move: before.every((one) => isGranted(one) && isReady(one.key)) ? 'open' : 'wait' };
}

export interface Moved<C> { readonly child: C; readonly move: Exclude<ChildMove, { readonly move: 'wait' }> }

/** All that moves at once, what follows from an item given up just now included. */
export function listMoves<C extends ChildStanding>(children: readonly C[], isReady: (key: string) => boolean): Moved<C>[] {
  const moves: Moved<C>[] = [];
  let standing: readonly ChildStanding[] = children;
  for (const child of inOrder(children)) {
    const next = nextMove(child, standing, isReady);
    if (next.move === 'wait') continue;
    moves.push({ child, move: next });
    standing = standing.map((one) => (one.key === child.key ? { ...one, state: next.move === 'drop' ? 'dropped' : 'opened' } : one));
  }
  return moves;
}

/** Each after those it waits for; a bundle has no circles. */
function inOrder<C extends ChildStanding>(children: readonly C[]): C[] {
  const depthOf = ({ waitsFor }: ChildStanding): number => Math.max(0, ...children.filter(({ key }) => waitsFor.includes(key)).map((one) => depthOf(one) + 1));
  return children.toSorted((one, other) => depthOf(one) - depthOf(other));
}

/** What the items of an application come to. */
export function stateOf(children: readonly ChildStanding[]): ApplicationState {
  if (children.some(({ caseStatus }) => caseStatus === 'supplementing')) return 'supplementing';
  if (!children.every(isSettled)) return 'handling';
  if (children.some(({ caseStatus }) => caseStatus === 'decided')) return 'decided';
  return children.some(({ caseStatus }) => caseStatus !== null && caseStatus !== 'withdrawn') ? 'closed' : 'withdrawn';
}

/** An item's state in words for the applicant. */
export function labelOf({ state, caseStatus, caseOutcome, waitsFor }: ChildStanding, nameOf: (key: string) => string): string {
  if (state === 'dropped') return '不再办理';
  if (caseStatus === null) return `等${waitsFor.map((key) => `“${nameOf(key)}”`).join('、')}办好后开始`;
  if (caseOutcome === 'denied') return caseStatus === 'closed' ? '未获准，已办结' : '未获准，待送达';
  if (caseStatus === 'decided') return '已获准，待送达';
  return caseOutcome === 'approved' ? '已获准，已办结' : caseStatusLabels[caseStatus];
}
