import { listFields, type FormDefinition, type FormIssue } from '@tongban/form-model';
import type { Issue } from '@tongban/contract-kit';

function isDefinition(value: Record<string, unknown>): value is FormDefinition & Record<string, unknown> {
  return value['formatVersion'] === 1 && typeof value['title'] === 'string' && Array.isArray(value['sections']);
}

/** A form definition as the server sent it, which checked it before publishing. @throws when it is of another format */
export function definitionOf(json: Record<string, unknown>): FormDefinition {
  if (!isDefinition(json)) throw new TypeError('form definition of an unknown format');
  return json;
}

/** Whether a complaint of the server is about a material, not about the form. */
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
