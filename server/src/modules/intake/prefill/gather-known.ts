import type { KnownValue, Prefill } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { sourceGroup, sourceId } from '../../data-elements/contract.ts';
import { readSourceNames, type ElementRecord } from '../../data-elements/index.ts';
import type { ApplicantProfile } from '../applicant-profile.ts';
import type { PrefillNote } from '../prefill.contract.ts';
import { groupName, type Binding, type Source } from './bindings.ts';
import { mandateLimit } from '../../cases/index.ts';
import { readLicences } from './read-licences.ts';
import { readPastCases } from './read-past-cases.ts';
import { readProfile } from './read-profile.ts';
import { readSharing } from './read-sharing.ts';
import { nothingRead, type SourceReading } from './reading.ts';

/** No application waits longer for its sources, all of them together (ms). */
const limitMs = 1_900;

/** What is known of the fields of a form. */
export interface Gathered {
  known: Prefill;
  notes: PrefillNote[];
  /** Groups that could not be read this time: what they gave before stays. */
  failed: ReadonlySet<string>;
}

/** Puts together what was read, by data element, in the order of its sources. Values outside of what the element allows are left out. */
export function knownFrom(bindings: readonly Binding[], readings: readonly SourceReading[]): Pick<Gathered, 'known' | 'notes'> {
  const known: Record<string, KnownValue[]> = {};
  const notes: PrefillNote[] = readings.flatMap((reading) => reading.notes);
  for (const { element } of new Map(bindings.map((binding) => [binding.element.code, binding])).values()) {
    known[element.code] = element.sources.flatMap((source): KnownValue[] => {
      const found = readings.map(({ find }) => find(element, source)).find((one) => one !== undefined);
      if (!found) return [];
      if (fits(element, found.value)) return [{ ...found, sourceId: sourceId(source) }];
      notes.push({ tone: 'warning', message: `${found.source}里的“${element.name}”不符合数据元的长度，没有填入。` });
      return [];
    });
  }
  return { known, notes };
}

function fits({ minLength, maxLength }: ElementRecord, value: unknown): boolean {
  if (typeof value !== 'string') return true;
  const { length } = [...value.trim()];
  return length >= (minLength ?? 0) && length <= (maxLength ?? length);
}

interface Asked {
  bindings: readonly Binding[];
  profile: ApplicantProfile;
  /** Keys of the groups the applicant agreed to. */
  groups: ReadonlySet<string>;
  itemName: string;
  /** The office the sources are read for. */
  officeName: string;
  consentAt: string;
}

/**
 * Reads the sources of a form that the applicant agreed to, at the same time and within two seconds; what fails or is too slow
 * is told and never stops the application (FRM-02).
 */
export async function gatherKnown(ctx: Context, { bindings, profile, groups, itemName, officeName, consentAt }: Asked): Promise<Gathered> {
  const agreed = bindings.map((binding) => ({ ...binding, sources: binding.sources.filter((source) => groups.has(sourceGroup(source))) }));
  const sources = agreed.flatMap((binding) => binding.sources);
  const names = await readSourceNames(ctx, bindings.map(({ element }) => element));
  const applicant = { kind: profile.kind, id: profile.id };
  const purpose = `经申请人同意，办理“${itemName}”申请时自动填写`;
  const limit = mandateLimit(ctx);
  const ofKind = <K extends Source['kind']>(kind: K) => sources.filter((source): source is Source & { kind: K } => source.kind === kind);
  const typeCodes = [...new Set(ofKind('licence').map(({ licenceType }) => licenceType))];
  const services = [...new Set(ofKind('sharing').map(({ service }) => service))];
  const elements = agreed.filter((binding) => binding.sources.some(({ kind }) => kind === 'past-case')).map(({ element }) => element.code);
  const inTime = within(ctx, names);
  const readings = await Promise.all([
    readProfile(ctx, profile),
    typeCodes.length === 0 ? nothingRead : inTime(ofKind('licence'), () => readLicences(ctx, { holder: applicant, typeCodes, names: names.licenceTypes, limit, trace: { by: officeName, purpose } })),
    elements.length === 0 ? nothingRead : inTime(ofKind('past-case'), () => readPastCases(ctx, { applicant, elements, limit })),
    services.length === 0 ? nothingRead : inTime(ofKind('sharing'), () => readSharing(ctx, { services, names: names.services, bindings: agreed, subject: subjectOf(profile), purpose, consentAt })),
  ]);
  return { ...knownFrom(bindings, readings), failed: new Set(readings.flatMap(({ failed }) => failed)) };
}

function subjectOf({ kind, name, document }: ApplicantProfile) {
  return { kind, name, documentType: document.type, documentNumber: document.number };
}

/** Runs a reading up to the limit; one that fails or is late counts as failed, and says so. */
function within(ctx: Context, names: Parameters<typeof groupName>[1]) {
  return async (sources: readonly Source[], read: () => Promise<SourceReading>): Promise<SourceReading> => {
    const lost = (): SourceReading => {
      const groups = new Map(sources.map((source) => [sourceGroup(source), groupName(source, names)]));
      return {
        ...nothingRead, failed: [...groups.keys()],
        notes: [...groups.values()].map((name) => ({ tone: 'warning', message: `“${name}”暂时没有答复，没有填入。请自行填写，或者稍后再试，不影响申请。` })),
      };
    };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<SourceReading>((resolve) => { timer = setTimeout(() => resolve(lost()), limitMs); });
    try {
      return await Promise.race([read(), late]);
    } catch (error) {
      ctx.kernel.log.warn({ err: error }, 'a source of prefilled answers could not be read');
      return lost();
    } finally {
      clearTimeout(timer);
    }
  };
}
