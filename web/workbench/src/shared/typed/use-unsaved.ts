import { useEffect } from 'react';

/** Whether what is typed differs from what is stored; while it does, the browser asks before it closes the page. */
export function useUnsaved(typed: unknown, stored: unknown): boolean {
  const unsaved = JSON.stringify(typed) !== JSON.stringify(stored);
  useEffect(() => {
    if (!unsaved) return undefined;
    const before = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', before);
    return () => window.removeEventListener('beforeunload', before);
  }, [unsaved]);
  return unsaved;
}
