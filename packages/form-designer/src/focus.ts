import { type Target, targetKey } from './edit/edited.ts';

/** Goes to the properties of what is chosen; on a narrow screen they stand far below. */
export function focusProperties(): void {
  const first = document.querySelector<HTMLElement>('.fd-properties input, .fd-properties textarea');
  first?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}

/** Goes back to the card of a target; to the first one where it has none. */
export function focusCard(target: Target): void {
  const own = document.querySelector<HTMLElement>(`.fd-canvas [data-target="${CSS.escape(targetKey(target))}"]`);
  (own ?? document.querySelector<HTMLElement>('.fd-canvas [data-target]'))?.focus();
}
