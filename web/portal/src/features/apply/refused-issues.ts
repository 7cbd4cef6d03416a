import type { Issue } from '@tongban/contract-kit';
import { listFields, type FormDefinition, type FormIssue } from '@tongban/form-model';

/** Whether the server's complaint is about a material, not about the form. */
export function isMaterialIssue(issue: Issue): boolean {
  return issue.path.startsWith('materials.');
}

/** The server's complaints about materials, by material key. */
export function materialFaultsOf(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries(issues.filter(isMaterialIssue).map((issue) => [issue.path.slice('materials.'.length), issue.message]));
}

/** The server's complaints about the form's answers, placed at their fields. */
export function formIssuesOf(issues: readonly Issue[], definition: FormDefinition): FormIssue[] {
  const fields = listFields(definition);
  return issues.filter((issue) => !isMaterialIssue(issue)).map((issue) => {
    const fieldId = /^[^.[]+/.exec(issue.path)?.[0] ?? issue.path;
    return { path: issue.path, fieldId, code: issue.code, message: issue.message, label: fields.find((field) => field.id === fieldId)?.label ?? '' };
  });
}
