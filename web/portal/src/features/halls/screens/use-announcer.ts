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
    last.current = calls[0]?.at ?? since ?? '';
    // What was called before the screen was opened is not called again.
    if (since === undefined || !on || !('speechSynthesis' in window)) return;
    for (const call of calls.filter(({ at }) => at > since).toReversed()) {
      const utterance = new SpeechSynthesisUtterance(text.screen.speak(spoken(call.number), spoken(call.windowNumber)));
      utterance.lang = 'zh-CN';
      window.speechSynthesis.speak(utterance);
    }
  }, [calls, on]);
}
