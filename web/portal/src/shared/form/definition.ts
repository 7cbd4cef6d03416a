import type { FormDefinition } from '@tongban/form-model';

function isDefinition(value: Record<string, unknown>): value is FormDefinition & Record<string, unknown> {
  return value['formatVersion'] === 1 && typeof value['title'] === 'string' && Array.isArray(value['sections']);
}

/** A form definition as the server sent it, which checked it before publishing. @throws when it is of another format */
export function definitionOf(json: Record<string, unknown>): FormDefinition {
  if (!isDefinition(json)) throw new TypeError('form definition of an unknown format');
  return json;
}
