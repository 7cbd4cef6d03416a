import { listPlacedFields, type FormatOptions, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../kernel/context.ts';
import { listDictionaries } from '../../kernel/dictionary/index.ts';
import { nameRegions } from '../../kernel/organization/index.ts';

/** What answers need to be written in words: the names of the regions and of the dictionary entries they hold. */
export async function wordsFor(ctx: Pick<Context, 'kernel'>, definition: FormDefinition, answers: Readonly<Record<string, unknown>>): Promise<FormatOptions> {
  const fields = listPlacedFields(definition).map(({ field }) => field);
  const named = [...new Set(fields.flatMap((field) => ('dictionary' in field && field.dictionary !== undefined ? [field.dictionary] : [])))];
  const places = fields.some(({ type }) => type === 'region' || type === 'address') ? [...regionCodesIn(answers)] : [];
  const [dictionaries, regions] = await Promise.all([named.length === 0 ? new Map<string, never>() : listDictionaries(ctx.kernel, named), nameRegions(ctx, places)]);
  return {
    dictionaries: Object.fromEntries([...dictionaries].map(([code, { entries }]) => [code, entries.map((entry) => ({ value: entry.code, label: entry.name }))])),
    regionName: (code) => regions.get(code),
  };
}

function regionCodesIn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set(/^\d{12}$/.test(value) ? [value] : []);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((part) => [...regionCodesIn(part)]));
}
