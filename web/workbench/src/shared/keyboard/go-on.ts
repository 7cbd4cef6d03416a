import type { KeyboardEvent } from 'react';

const fields = 'input:not([type=hidden], [type=file], [role=combobox], :disabled, [readonly]), select:not(:disabled), textarea:not(:disabled, [readonly])';
/** What is in a part marked so needs nothing more, e.g. a material that has been given. */
const settled = '[data-settled]';

function isChecked(box: HTMLInputElement, all: readonly Element[]): boolean {
  if (box.type !== 'radio') return box.checked;
  return all.some((one) => one instanceof HTMLInputElement && one.type === 'radio' && one.name === box.name && one.checked);
}

function isOpen(field: Element, all: readonly Element[]): boolean {
  if (field.closest(settled)) return false;
  if (field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type)) return !isChecked(field, all);
  return (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) && field.value === '';
}

const isSameGroup = (field: Element, other: Element | null): boolean =>
  field instanceof HTMLInputElement && other instanceof HTMLInputElement && field.type === 'radio' && other.type === 'radio' && field.name === other.name;

/** The first control after `from` (from the start without one) in which something may still be given; undefined when there is none. */
export function findOpenField(parts: Element, from: Element | null = null): HTMLElement | undefined {
  const all = [...parts.querySelectorAll<HTMLElement>(fields)].filter((field) => field.checkVisibility());
  const after = from ? all.filter((field) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) : all;
  return after.find((field) => !isSameGroup(field, from) && isOpen(field, all));
}

/**
 * Enter in a field goes on to the next one that is still empty, and behind the last of them to what `last` does: a clerk
 * whose hands stay on the keys never looks for the next field (INT-02). Fields with lists or lines of their own keep Enter.
 */
export function goOnByEnter(event: KeyboardEvent<HTMLElement>, last: () => void): void {
  const { target, nativeEvent, currentTarget, key } = event;
  if (key !== 'Enter' || event.defaultPrevented || nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target.getAttribute('role') === 'combobox' || target.type === 'file') return;
  event.preventDefault();
  const next = findOpenField(currentTarget, target);
  if (next) next.focus();
  else last();
}
