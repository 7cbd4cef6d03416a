import { listFields, type FormAnswers, type FormDefinition } from '@tongban/form-model';
import type { FormEnvironment, RegionSource } from '@tongban/form-renderer';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getRegion, listRegions } from '@tongban/server/src/kernel/organization/contract.ts';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Prefilled } from '@tongban/server/src/modules/intake/contract.ts';
import { plainApi, problemOf, queryClient } from '../api.ts';
import { uploadWithProgress } from '../files/upload-file.ts';
import { withOfflineCopy } from '../offline-copy.ts';
import { dateOf, today } from '../today.ts';

const forever = { staleTime: Infinity, meta: { public: true } };

function regionCodesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{12}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(regionCodesIn);
}

const asksForRegion = ({ type }: { type: string }): boolean => type === 'region' || type === 'address';

/** The codes in the answers that are of regions: the digits of an account or a document are not asked about. */
function regionCodesOf(definition: FormDefinition, answers: FormAnswers): string[] {
  return listFields(definition).flatMap((field) => {
    const answer = answers[field.id];
    if (field.type !== 'table') return asksForRegion(field) ? regionCodesIn(answer) : [];
    const columns = new Set(field.columns.filter(asksForRegion).map(({ id }) => id));
    const rows: unknown[] = Array.isArray(answer) ? answer : [];
    return rows.flatMap((row) => Object.entries(row ?? {}).flatMap(([id, cell]) => (columns.has(id) ? regionCodesIn(cell) : [])));
  });
}

function useRegions(definition: FormDefinition, answers: FormAnswers): RegionSource {
  const codes = [...new Set(regionCodesOf(definition, answers))].slice(0, 20);
  const names = useQueries({
    queries: codes.map((code) => ({ queryKey: ['organization.get-region', code], queryFn: () => plainApi.call(getRegion, { params: { code } }), retry: false, ...forever })),
    combine: (found) => found.flatMap(({ data }) => (data ? [[data.region.code, data.region.fullName] as const] : [])),
  });
  const known = JSON.stringify(names);
  return useMemo(() => {
    const byCode = new Map(names);
    return {
      nameOf: (code) => byCode.get(code),
      list: async (parent) => (await queryClient.fetchQuery({
        queryKey: ['organization.list-regions', parent ?? ''], queryFn: () => plainApi.call(listRegions, { query: parent ? { parent } : {} }), ...forever,
      })).items,
    };
    // The names are compared by content, so that the renderer keeps its lists while somebody types.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [known]);
}

function useDictionaries(definition: FormDefinition): NonNullable<FormEnvironment['dictionaries']> {
  const names = [...new Set(listFields(definition).flatMap((field) => ('dictionary' in field && field.dictionary ? [field.dictionary] : [])))];
  return useQueries({
    queries: names.map((dictionary) => ({
      queryKey: ['catalog.get-dictionary', dictionary], queryFn: () => withOfflineCopy(`dictionary.${dictionary}`, () => plainApi.call(getDictionary, { params: { dictionary } })), ...forever,
    })),
    combine: (found) => Object.fromEntries(found.flatMap(({ data }) =>
      (data ? [[data.dictionary, data.entries.filter((entry) => entry.active).map((entry) => ({ value: entry.code, label: entry.name }))]] : []))),
  });
}

async function storeFile(file: File) {
  try {
    const stored = await uploadWithProgress(file, { onProgress: () => undefined, signal: new AbortController().signal });
    return { fileId: stored.id, name: stored.name };
  } catch (error) {
    const problem = problemOf(error);
    throw new Error([problem.title, problem.detail].filter(Boolean).join('。'));
  }
}

export interface FormHost {
  definition: FormDefinition;
  answers: FormAnswers;
  parameters?: Readonly<Record<string, unknown>>;
  /** By field: where its first value came from. */
  prefilled?: Readonly<Record<string, Prefilled>>;
  masked?: boolean;
  /** For an application that was handed in: the instant, whose day its conditions are judged by. */
  filedAt?: string;
  fileUrl: (fileId: string) => string;
}

/** What a form needs from the portal: today, code lists, regions, uploads, what was filled in and from where. */
export function useFormEnvironment({ definition, answers, parameters, prefilled, masked = false, filedAt, fileUrl }: FormHost): FormEnvironment {
  const regions = useRegions(definition, answers);
  const dictionaries = useDictionaries(definition);
  const fields = listFields(definition);
  return {
    ...(filedAt === undefined ? { today: today() } : { today: dateOf(filedAt), filed: true }),
    ...(parameters ? { parameters } : {}),
    dictionaries, regions, masked, fileUrl,
    uploadFile: storeFile,
    filled: Object.entries(prefilled ?? {}).map(([fieldId, { asOf, ...given }]) => {
      const field = fields.find((one) => one.id === fieldId);
      return { fieldId, ...given, asOf: asOf ?? undefined, label: field?.label ?? '', dataElement: field?.dataElement ?? '' };
    }),
  };
}
