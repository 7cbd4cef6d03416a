import { listFields, type FormDefinition } from '@tongban/form-model';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { FormEnvironment } from '@tongban/form-renderer';
import { getRegion, listRegions } from '@tongban/server/src/kernel/organization/contract.ts';
import { uploadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Prefilled } from '@tongban/server/src/modules/intake/contract.ts';
import { useMemo, useState } from 'react';
import { api, problemOf } from '../api.ts';
import { dateOf, today } from '../format/dates.ts';

interface FormHost {
  definition: FormDefinition;
  parameters?: Readonly<Record<string, unknown>>;
  /** By field: where its first value came from. */
  prefilled?: Readonly<Record<string, Prefilled>>;
  masked?: boolean;
  /** For an application that was handed in: the instant, whose day its conditions are judged by. */
  filedAt?: string;
  fileUrl: (fileId: string) => string;
}

/** What every form of the workbench is given: regions and code lists of the platform, uploads, and where values came from. */
export function useFormEnvironment({ definition, parameters, prefilled, masked, filedAt, fileUrl }: FormHost): FormEnvironment {
  const regions = useRegions();
  const dictionaries = useDictionaries(definition);
  return useMemo(
    () => ({
      ...(filedAt === undefined ? { today: today() } : { today: dateOf(filedAt), filed: true }),
      dictionaries,
      regions,
      fileUrl,
      uploadFile: storeFile,
      ...(parameters ? { parameters } : {}),
      ...(masked === undefined ? {} : { masked }),
      ...(prefilled ? { filled: filledAnswers(definition, prefilled) } : {}),
    }),
    [definition, parameters, prefilled, masked, filedAt, fileUrl, dictionaries, regions],
  );
}

function useRegions(): NonNullable<FormEnvironment['regions']> {
  const client = useQueryClient();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  return useMemo(
    () => ({
      list: async (parent) =>
        (
          await client.fetchQuery({
            queryKey: [listRegions.id, parent ?? ''],
            staleTime: Infinity,
            queryFn: () => api.call(listRegions, { query: parent === undefined ? {} : { parent } }),
          })
        ).items,
      nameOf: (code) => {
        const known = names[code];
        if (known === undefined && /^\d{6,12}$/.test(code)) {
          client
            .fetchQuery({
              queryKey: [getRegion.id, code],
              staleTime: Infinity,
              retry: false,
              queryFn: () => api.call(getRegion, { params: { code } }),
            })
            .then(
              ({ region }) => setNames((before) => (before[code] === undefined ? { ...before, [code]: region.fullName } : before)),
              () => undefined,
            );
        }
        return known;
      },
    }),
    [client, names],
  );
}

function useDictionaries(definition: FormDefinition): NonNullable<FormEnvironment['dictionaries']> {
  const names = useMemo(
    () => [...new Set(listFields(definition).flatMap((field) => ('dictionary' in field && field.dictionary ? [field.dictionary] : [])))],
    [definition],
  );
  return useQueries({
    queries: names.map((dictionary) => ({
      queryKey: [getDictionary.id, dictionary],
      staleTime: Infinity,
      queryFn: () => api.call(getDictionary, { params: { dictionary } }),
    })),
    combine: combineDictionaries,
  });
}

type DictionaryAnswer = { data?: { dictionary: string; entries: { code: string; name: string; active: boolean }[] } | undefined };

function combineDictionaries(found: readonly DictionaryAnswer[]): Record<string, { value: string; label: string }[]> {
  return Object.fromEntries(
    found.flatMap(({ data }) =>
      data ? [[data.dictionary, data.entries.filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }))]] : [],
    ),
  );
}

function filledAnswers(definition: FormDefinition, prefilled: Readonly<Record<string, Prefilled>>): NonNullable<FormEnvironment['filled']> {
  return listFields(definition).flatMap((field) => {
    const given = prefilled[field.id];
    return given === undefined ? [] : [{ fieldId: field.id, label: field.label, dataElement: field.dataElement ?? '', ...given, asOf: given.asOf ?? undefined }];
  });
}

async function storeFile(file: File): Promise<{ fileId: string; name: string }> {
  const form = new FormData();
  form.append('file', file);
  try {
    const { id, name } = await api.upload(uploadFile, {}, form);
    return { fileId: id, name };
  } catch (error) {
    const { title, detail } = problemOf(error);
    throw new Error([title, detail].filter(Boolean).join('。'));
  }
}
