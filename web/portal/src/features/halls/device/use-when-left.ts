import { useEffect } from 'react';

const touches = ['pointerdown', 'keydown', 'wheel'] as const;

/** Calls `onLeft` each time nobody has touched the page for `ms`: what somebody began at a public device is no business of the next. */
export function useWhenLeft(ms: number, onLeft: () => void): void {
  useEffect(() => {
    let timer = window.setTimeout(onLeft, ms);
    const restart = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(onLeft, ms);
    };
    for (const touch of touches) window.addEventListener(touch, restart, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const touch of touches) window.removeEventListener(touch, restart);
    };
  }, [ms, onLeft]);
}
