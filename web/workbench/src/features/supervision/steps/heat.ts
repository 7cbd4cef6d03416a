import type { StepTime } from '@tongban/server/src/modules/supervision/contract.ts';
import { heatTones, type Dressing } from '../../../shared/diagram/tones.ts';
import { text } from '../text.ts';

export const measures = ['total', 'waiting', 'handling'] as const;
export const shares = ['median', 'p90'] as const;
export type Measure = (typeof measures)[number];
export type Share = (typeof shares)[number];

/** Colours each step by its time against the longest of them, with the time in words. */
export function dressByHeat(steps: readonly StepTime[], measure: Measure, share: Share): Dressing[] {
  const longest = Math.max(1, ...steps.map((step) => step[measure][share] ?? 0));
  return steps.flatMap((step) => {
    const seconds = step[measure][share];
    if (seconds === null) return [];
    const tone = heatTones[Math.min(heatTones.length - 1, Math.floor((seconds / longest) * heatTones.length))] ?? 'heat0';
    return [{ id: step.node, tone, words: `${text.steps.duration(seconds)} · ${text.steps.cases(step.count)}` }];
  });
}
