import { type FormDefinition, isFillable, listFields, listHiddenFields } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { sourceGroup, sourceId, type SourceNames } from '../../data-elements/contract.ts';
import { listServices, readElements, readSourceNames, type ElementRecord } from '../../data-elements/index.ts';
import { decryptDraft, type DraftRecord } from '../draft-record.ts';
import type { PrefillSource } from '../prefill.contract.ts';
import type { Requirements } from '../prepare-draft.ts';

export type Source = ElementRecord['sources'][number];

/** A field that can be filled in, with its data element and the sources it asks, in order. */
export interface Binding {
  fieldId: string;
  label: string;
  element: ElementRecord;
  sources: readonly Source[];
}

/** The fields of a form that the dictionary of data elements says how to fill in (FRM-02). */
export async function readBindings(ctx: Pick<Context, 'kernel'>, definition: FormDefinition): Promise<Binding[]> {
  const fields = listFields(definition).filter(isFillable);
  const elements = new Map((await readElements(ctx, fields.map(({ dataElement }) => dataElement))).map((element) => [element.code, element]));
  return fields.flatMap(({ id, label, dataElement, prefillFrom, readOnly }): Binding[] => {
    const element = elements.get(dataElement);
    if (!element) return [];
    const chosen = prefillFrom === undefined ? element.sources : prefillFrom.flatMap((wanted) => element.sources.filter((source) => sourceId(source) === wanted));
    // What the applicant typed before is not vouched for, so a read-only field never takes it.
    return [{ fieldId: id, label, element, sources: chosen.filter(({ kind }) => kind !== 'past-case' || readOnly !== true) }];
  });
}

/**
 * The bindings with the sources that can still win: what stands behind the user space is not asked where that knows the answer,
 * and nothing is asked for a field that this application does not have, such as those of an agent where one applies for oneself
 * (最小必要).
 */
function stillAsked(bindings: readonly Binding[], prefilled: Readonly<Record<string, { sourceId: string }>>, hidden: ReadonlySet<string>): Binding[] {
  return bindings.map((binding) => {
    if (hidden.has(binding.fieldId)) return { ...binding, sources: binding.sources.filter(({ kind }) => kind === 'profile') };
    const own = prefilled[binding.fieldId]?.sourceId === 'profile' ? binding.sources.findIndex(({ kind }) => kind === 'profile') : -1;
    return own === -1 ? binding : { ...binding, sources: binding.sources.slice(0, own + 1) };
  });
}

export const pastCases = '以往办件';

/** The fields of a draft that further sources are asked for. */
export async function readAsked(ctx: Context, record: DraftRecord, { definition, parameters }: Pick<Requirements, 'definition' | 'parameters'>): Promise<Binding[]> {
  const hidden = listHiddenFields(definition, decryptDraft(ctx, 'answers', record), { today: chinaDate(ctx.kernel.clock.now()), parameters });
  return stillAsked(await readBindings(ctx, definition), record.prefilled, hidden);
}

/** The name of what is read as one, as the applicant is told. */
export function groupName(source: Source, names: SourceNames): string {
  switch (source.kind) {
    case 'licence': return `电子证照：${names.licenceTypes.get(source.licenceType) ?? source.licenceType}`;
    case 'sharing': return `数据共享：${names.services.get(source.service) ?? source.service}`;
    case 'past-case': return `${pastCases}（以前提交的申请）`;
    case 'profile': return '用户空间';
  }
}

/** The sources that may be read for a form once the applicant agrees, each with the fields it may fill in. */
export async function offerSources(ctx: Context, bindings: readonly Binding[]): Promise<PrefillSource[]> {
  const asking = bindings.filter(({ sources }) => sources.some(({ kind }) => kind !== 'profile'));
  if (asking.length === 0) return [];
  const [names, { connected, services }] = await Promise.all([readSourceNames(ctx, asking.map(({ element }) => element)), listServices(ctx)]);
  const enabled = new Set(services.flatMap(({ code, enabled: on }) => (connected && on ? [code] : [])));
  const offered = new Map<string, PrefillSource>();
  for (const { label, sources } of asking) {
    for (const source of sources) {
      if (source.kind === 'profile') continue;
      const key = sourceGroup(source);
      const known = offered.get(key);
      if (known) known.fields.push(label);
      else offered.set(key, { key, kind: source.kind, name: groupName(source, names), fields: [label], available: source.kind !== 'sharing' || enabled.has(source.service) });
    }
  }
  return [...offered.values()].map((source) => ({ ...source, fields: [...new Set(source.fields)] }));
}
