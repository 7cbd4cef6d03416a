import type { Issue } from '@tongban/contract-kit';
import { listFields, type FormDefinition, type FormIssue } from '@tongban/form-model';

/** Whether the server's complaint is about a material, not about the form. */
export function isMaterialIssue(issue: Issue): boolean {
  return /^(body[./])?materials?\b/.test(issue.path);
}

/** The server's complaints about the form's answers, placed at their fields. */
export function formIssuesOf(issues: readonly Issue[], definition: FormDefinition): FormIssue[] {
  const fields = listFields(definition);
  return issues.filter((issue) => !isMaterialIssue(issue)).map((issue) => {
    const path = issue.path.replace(/^(body[./])?answers[./]/, '');
    const fieldId = /^[^.[]+/.exec(path)?.[0] ?? path;
    return { path, fieldId, code: issue.code, message: issue.message, label: fields.find((field) => field.id === fieldId)?.label ?? '' };
  });
}
