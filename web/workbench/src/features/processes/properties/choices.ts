import { useQuery } from '@tanstack/react-query';
import { listStepForms, type StepForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { listStepChoices, type StepChoices } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { createContext, useContext } from 'react';
import { api } from '../../../shared/api.ts';

const minute = 60_000;

/** Key of the process that is drawn; its items have the forms that steps may choose. */
export const ProcessKey = createContext('');

/** Message templates and rule sets that steps may use; empty until they are read. */
export function useStepChoices(): StepChoices {
  return useQuery({ queryKey: [listStepChoices.id], staleTime: 5 * minute, queryFn: () => api.call(listStepChoices, {}) }).data ?? { messages: [], ruleSets: [] };
}

/** Forms of the items that use the process. */
export function useStepForms(): readonly StepForm[] {
  const key = useContext(ProcessKey);
  return useQuery({ queryKey: [listStepForms.id, key], enabled: key !== '', staleTime: minute, queryFn: () => api.call(listStepForms, { params: { key } }) }).data?.forms ?? [];
}

/** Options of a choice, with what is written although it is none of them, so that it is seen and can be mended. */
export function withWritten(options: readonly { value: string; label: string }[], value: string | undefined): { value: string; label: string }[] {
  return value === undefined || value === '' || options.some((one) => one.value === value) ? [...options] : [...options, { value, label: value }];
}
