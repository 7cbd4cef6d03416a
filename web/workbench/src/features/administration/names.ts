import { auditNames } from './locale/audit.zh-CN.ts';

function named(names: Readonly<Record<string, string>>) {
  return (code: string): string => names[code] ?? code;
}

/** Names of what the audit log keeps as codes; the code itself where there is none. */
export const actionName = named(auditNames.actions);
export const objectName = named(auditNames.objects);
export const channelName = named(auditNames.channels);
export const actorKindName = named(auditNames.actors);

/** What an entry is about; a refused call keeps the operation's code, which only the details show. */
export function entryName({ action, objectType }: { action: string; objectType: string }): string {
  return objectType === 'operation' ? auditNames.refusedOperation : actionName(action);
}

/** Choices for a filter by code. */
export function choicesOf(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
