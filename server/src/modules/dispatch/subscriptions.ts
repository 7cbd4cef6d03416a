import type { Subscription } from '../../kernel/events/index.ts';
import { versionPublished } from '../../kernel/rules/index.ts';
import { kindOfCode } from './contract.ts';
import { forgetRules } from './engine/rules-in-force.ts';

/** A published version of dispatch rules counts at once in the process that hears of it. */
export const dispatchSubscriptions: readonly Subscription[] = [
  {
    name: 'dispatch.forget-rules', types: [versionPublished],
    handle: ({ kernel }, event) => {
      if (kindOfCode(String((event.data as { code?: unknown }).code)) !== undefined) forgetRules(kernel);
      return Promise.resolve();
    },
  },
];
