import type { HallLive } from '@tongban/server/src/modules/halls/contract.ts';
import { useEffect, useRef } from 'react';
import { text } from '../text.ts';

/** A letter and digits one by one, so that A012 is not read as a number. */
function spoken(number: string): string {
  return [...number].join(' ');
}

/** Reads out each call that comes in while it is on. */
export function useAnnouncer(calls: HallLive['calls'] | undefined, on: boolean): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (!calls) return;
    const since = last.current;
    // The newest call may have been settled since, which leaves an older one at the top.
    last.current = [since ?? '', calls[0]?.at ?? ''].toSorted().at(-1);
    // What was called before the screen was opened is not called again.
    if (since === undefined || !on || !('speechSynthesis' in window)) return;
    for (const call of calls.filter(({ at }) => at > since).toReversed()) {
      const utterance = new SpeechSynthesisUtterance(text.screen.speak(spoken(call.number), spoken(call.windowNumber)));
      utterance.lang = 'zh-CN';
      window.speechSynthesis.speak(utterance);
    }
  }, [calls, on]);
}
