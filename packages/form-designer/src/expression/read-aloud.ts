import { renameNames } from '@tongban/expressions';
import { type ExpressionName, findField, type FormDefinition } from '@tongban/form-model';

/** An expression in the words of the form: labels instead of ids, options by their label, 且 and 或. It must compile. */
export function readAloud(definition: FormDefinition, source: string, names: readonly ExpressionName[]): string {
  const labels = new Map(names.map(({ name, label }) => [name, `“${label}”`]));
  const parts = new Map(names.flatMap((name) => name.parts.map((part) => [part.name, part.label] as const)));
  return renameNames(withOptions(definition, source), { names: labels, parts })
    .replace(/ and /g, ' 且 ').replace(/ or /g, ' 或 ').replace(/!=/g, '≠').replace(/>=/g, '≥').replace(/<=/g, '≤').replace(/ in /g, ' 是其中之一 ')
    .replace(/\bif /g, '如果 ').replace(/ then /g, '，则 ').replace(/ else /g, '，否则 ').replace(/= null/g, '没有填').replace(/\btrue\b/g, '是').replace(/\bfalse\b/g, '否');
}

/** Stored values of options as their labels, where the name they are compared with stands before them. */
function withOptions(definition: FormDefinition, source: string): string {
  return source.replace(/([\p{L}\p{N}_]+)(\s*(?:!=|=)\s*)"([^"]*)"/gu, (whole, name: string, operator: string, value: string) => {
    const field = findField(definition, name);
    const label = field?.type === 'choice' || field?.type === 'choices' ? field.options?.find((option) => option.value === value)?.label : undefined;
    return label === undefined ? whole : `${name}${operator}"${label}"`;
  });
}
