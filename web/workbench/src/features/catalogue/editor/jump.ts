import { useEffect } from 'react';

/** Whether a place, such as `materials.plan.name`, is a part of `path` or the whole of it. */
export function isWithin(place: string | undefined, path: string): boolean {
  return place === path || (place?.startsWith(`${path}.`) ?? false);
}

/** Shows the reader the place in the form that a finding names: the deepest part of it that the form has, marked and focused. */
export function useJump(place: string | undefined): void {
  useEffect(() => {
    if (place === undefined) return;
    const marks = [...document.querySelectorAll<HTMLElement>('[data-path]')].filter(({ dataset }) => isWithin(place, dataset['path'] ?? ''));
    const target = marks.toSorted((a, b) => (b.dataset['path']?.length ?? 0) - (a.dataset['path']?.length ?? 0))[0];
    if (!target) return;
    target.classList.add('is-pointed');
    target.scrollIntoView({ block: 'center' });
    target.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])')?.focus({ preventScroll: true });
    return () => target.classList.remove('is-pointed');
  }, [place]);
}
