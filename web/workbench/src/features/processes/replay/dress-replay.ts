import type { Replay } from '@tongban/server/src/modules/replays/contract.ts';
import type { Dressing } from '../../../shared/diagram/tones.ts';
import { text } from '../text.ts';

const words = text.replay;

/** What stands out on the diagram: how many cases go along each flow beside how many did, and the steps at which they get stuck. */
export function dressReplay({ flows, steps, stuck }: Pick<Replay, 'flows' | 'steps' | 'stuck'>): Dressing[] {
  const stuckAt = new Map<string, number>();
  for (const { node, cases } of stuck) if (node !== null) stuckAt.set(node, (stuckAt.get(node) ?? 0) + cases);
  return [
    ...flows.filter(({ cases, before }) => cases > 0 || before > 0).map(({ flow, cases, before }): Dressing => ({
      id: flow, tone: cases === 0 ? 'removed' : cases > before ? 'added' : 'passed', words: words.flowCount(cases, before),
    })),
    ...steps.filter(({ node, cases }) => cases > 0 && !stuckAt.has(node)).map(({ node, cases }): Dressing => ({ id: node, tone: 'passed', words: words.stepCount(cases) })),
    ...[...stuckAt].map(([node, cases]): Dressing => ({ id: node, tone: 'removed', words: words.stuckCount(cases) })),
  ];
}
