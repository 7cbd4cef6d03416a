import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { askService, type SharingOutcome, type SharingSubject } from '../../data-elements/index.ts';
import type { PrefillNote } from '../prefill.contract.ts';
import type { Binding } from './bindings.ts';
import type { SourceReading } from './reading.ts';

interface Asked {
  services: readonly string[];
  names: ReadonlyMap<string, string>;
  bindings: readonly Binding[];
  subject: SharingSubject;
  purpose: string;
  consentAt: string;
}

/** Asks data-sharing services, all at once, for the fields that the form wants of each. */
export async function readSharing(ctx: Context, { services, names, bindings, subject, purpose, consentAt }: Asked): Promise<SourceReading> {
  const today = chinaDate(ctx.kernel.clock.now());
  const outcomes = new Map(await Promise.all(services.map(async (service) => {
    const fields = bindings.flatMap(({ sources }) => sources.flatMap((source) => (source.kind === 'sharing' && source.service === service ? source.field : [])));
    return [service, await askService(ctx, service, { fields: [...new Set(fields)], subject, purpose, consentAt })] as const;
  })));
  const usable = (service: string): SharingOutcome & { state: 'found' } | undefined => {
    const outcome = outcomes.get(service);
    return outcome?.state === 'found' && !isStale(outcome, today) ? outcome : undefined;
  };
  return {
    find: (_element, source) => {
      const outcome = source.kind === 'sharing' ? usable(source.service) : undefined;
      const value = outcome && source.kind === 'sharing' && Object.hasOwn(outcome.values, source.field) ? outcome.values[source.field] : undefined;
      if (!outcome || value === undefined || value === null || source.kind !== 'sharing') return undefined;
      return { value, source: `数据共享“${names.get(source.service) ?? source.service}”`, asOf: outcome.asOf === '' ? today : outcome.asOf };
    },
    notes: [...outcomes].flatMap(([service, outcome]) => noteOf(names.get(service) ?? service, outcome, today)),
    failed: [...outcomes].flatMap(([service, { state }]) => (state === 'failed' || state === 'resting' ? [`sharing:${service}`] : [])),
  };
}

function isStale({ validUntil }: SharingOutcome & { state: 'found' }, today: string): boolean {
  return validUntil !== null && validUntil < today;
}

function noteOf(name: string, outcome: SharingOutcome, today: string): PrefillNote[] {
  switch (outcome.state) {
    case 'found': return isStale(outcome, today) ? [{ tone: 'warning', message: `“${name}”的数据只到${dateInWords(outcome.validUntil ?? today)}有效，没有填入，请自行填写。` }] : [];
    case 'none': return [{ tone: 'info', message: `“${name}”没有查到信息。` }];
    case 'not-connected': return [{ tone: 'info', message: `“${name}”没有接入，没有查询。` }];
    case 'resting':
    case 'failed': return [{ tone: 'warning', message: `“${name}”暂时没有答复，没有填入。请自行填写，或者稍后再试，不影响申请。` }];
  }
}
