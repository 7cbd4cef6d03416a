import type { FormAnswers } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { type FormatOptions, formatAnswer } from './format-answer.ts';
import { columnsOf, listFields, listPlacedFields, nodeId } from './list-fields.ts';
import { isEmpty, ownValue } from './reading.ts';

/** Paths (`field`, `table.column`) whose answers are to be encrypted when stored and masked when shown. */
export function listSensitivePaths(definition: FormDefinition): readonly string[] {
  return listPlacedFields(definition).filter((placed) => placed.field.sensitive === true).map(nodeId);
}

/** The answers with sensitive ones replaced by masked text, for people who may see the case but not those. */
export function maskAnswers(definition: FormDefinition, answers: FormAnswers, options: FormatOptions = {}): Record<string, unknown> {
  const masking: FormatOptions = { ...options, masked: true };
  const masked: Record<string, unknown> = {};
  for (const field of listFields(definition)) {
    const value = ownValue(answers, field.id);
    if (isEmpty(value)) continue;
    if (field.sensitive === true) masked[field.id] = formatAnswer(field, value, masking) || '******';
    else if (field.type === 'table' && Array.isArray(value)) {
      masked[field.id] = value.map((row: unknown) => Object.fromEntries(columnsOf(field).flatMap((column) => {
        const cell = ownValue(row, column.id);
        if (isEmpty(cell)) return [];
        return [[column.id, column.sensitive === true ? formatAnswer(column, cell, masking) : cell]];
      })));
    } else masked[field.id] = value;
  }
  return masked;
}
