import { audiences, type Audience } from '@tongban/server/src/modules/catalog/contract.ts';
import type { SearchFilter } from '../../shared/links.ts';

export interface Filter {
  q?: string;
  audience?: Audience;
  theme?: string;
  lifeStage?: string;
  departmentId?: string;
  taskType?: string;
  onlineOnly?: true;
}

/** The filter an address asks for; what is not understood is left out. */
export function filterOf(params: URLSearchParams): Filter {
  const audience = audiences.find((one) => one === params.get('audience'));
  const text = (name: string, pattern: RegExp) => { const value = params.get(name)?.trim(); return value && pattern.test(value) ? value : undefined; };
  const q = params.get('q')?.trim().slice(0, 100);
  const theme = text('theme', /^[0-9A-Za-z-]{1,20}$/);
  const lifeStage = text('lifeStage', /^(person|company):[0-9A-Za-z-]{1,20}$/);
  const departmentId = text('departmentId', /^[0-9a-f-]{36}$/i);
  const taskType = text('taskType', /^\d{2}$/);
  return {
    ...(q ? { q } : {}),
    ...(audience ? { audience } : {}),
    ...(theme ? { theme } : {}),
    ...(lifeStage ? { lifeStage } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(taskType ? { taskType } : {}),
    ...(params.get('onlineOnly') === 'true' ? { onlineOnly: true as const } : {}),
  };
}

/** The filter with a change; an empty value takes a condition away, another audience takes its theme and the stage of another life with it. */
export function changeFilter(filter: Filter, change: { [name in keyof SearchFilter]?: string | boolean | undefined }): SearchFilter {
  const next: Record<string, string | boolean | undefined> = { ...filter, ...change };
  if ('audience' in change && change.audience !== filter.audience) {
    delete next['theme'];
    if (change.audience && !filter.lifeStage?.startsWith(`${change.audience}:`)) delete next['lifeStage'];
  }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value));
}
