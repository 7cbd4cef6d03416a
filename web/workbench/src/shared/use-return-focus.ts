import { useEffect, useState } from 'react';

/** What had the focus when the component appeared takes it again once it is gone, unless something else has it by then. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    });
  }, [before]);
}
