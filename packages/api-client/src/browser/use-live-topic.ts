import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Live } from './create-live.ts';

/** Follows a topic while the component is shown, none while it is undefined; true while changes are heard of. */
export function useLiveTopic(live: Live, topic: string | undefined, changed: (value: unknown) => void): boolean {
  const latest = useRef(changed);
  useEffect(() => { latest.current = changed; });
  useEffect(() => (topic === undefined ? undefined : live.subscribe(topic, (value) => { latest.current(value); })), [live, topic]);
  const connected = useSyncExternalStore(live.watch, () => live.connected);
  return connected && topic !== undefined;
}
