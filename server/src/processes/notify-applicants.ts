import { dateInWords } from '../kernel/clock/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { WriteBatch } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { getCompany } from '../kernel/identity/index.ts';
import { sendMessages, type MessageRecipient, type OutgoingMessage } from '../kernel/messaging/index.ts';
import { aboutCase, acceptanceStep, caseEvents, unsafeFindCase, type CaseEventData } from '../modules/cases/index.ts';
import { licenceEvents } from '../modules/licences/index.ts';

/** The message of a case event; undefined where the applicant need not be told. */
function templateOf(type: string, outcome: CaseEventData['outcome']): string | undefined {
  switch (type) {
    case caseEvents.submit: return 'processes.case-submitted';
    case caseEvents.accept: return 'processes.case-accepted';
    case caseEvents.refuse: return 'processes.case-refused';
    case caseEvents['request-supplement']: return 'processes.supplement-requested';
    case caseEvents['start-special-procedure']: return 'processes.case-paused';
    case caseEvents['end-special-procedure']: return 'processes.case-resumed';
    case caseEvents.extend: return 'processes.limit-extended';
    case caseEvents.decide: return outcome === 'approved' ? 'processes.case-approved' : 'processes.case-denied';
    case caseEvents['revoke-decision']: return 'processes.decision-revoked';
    case caseEvents['mail-returned']: return 'processes.result-returned';
    case caseEvents.withdraw: return 'processes.case-withdrawn';
    case caseEvents.terminate: return 'processes.case-terminated';
    default: return undefined;
  }
}

/** Messages that are worded apart before and after acceptance. */
const byAcceptance: ReadonlySet<string> = new Set(['processes.case-withdrawn', 'processes.case-terminated']);

async function stepOf(ctx: Context, templateKey: string, caseId: string): Promise<{ step?: string }> {
  const record = byAcceptance.has(templateKey) ? await unsafeFindCase(ctx, caseId) : undefined;
  return record ? { step: acceptanceStep(record) } : {};
}

/** Somebody whom a case concerns. */
export interface CaseReader {
  recipient: MessageRecipient;
  /** What they open, where they may not open the case itself. */
  link?: string;
}

/** Who stood at a counter may not see the case by that; its progress is open to whoever has the number and the applicant's last four digits. */
const progressLink = (number: string): string => `/progress?number=${encodeURIComponent(number)}`;

type Parties = Pick<CaseEventData, 'applicantKind' | 'applicantId' | 'filerKind' | 'filerId' | 'agentId'>;

/**
 * Whom an application concerns: the applicant, the agent who filed it, and the agent who stood at the counter, who opens `openly`;
 * a company's messages reach its legal representative already.
 */
export async function readersOf(ctx: Context, { applicantKind, applicantId, filerKind, filerId, agentId = null }: Parties, openly: string): Promise<CaseReader[]> {
  const filed = filerKind === 'agent' && filerId !== applicantId ? filerId : null;
  const stood = agentId === applicantId || agentId === filerId ? null : agentId;
  const reached = applicantKind === 'company' && (filed !== null || stood !== null) ? (await getCompany(ctx, applicantId)).legalRepresentative.personId : undefined;
  const agentOf = (id: string | null, link?: string): CaseReader[] => (id === null || id === reached ? [] : [{ recipient: { kind: 'person', id }, ...(link === undefined ? {} : { link }) }]);
  return [{ recipient: { kind: applicantKind, id: applicantId } }, ...agentOf(filed), ...agentOf(stood, openly)];
}

/** Whom a case concerns. */
export function readersOfCase(ctx: Context, data: Parties & Pick<CaseEventData, 'number'>): Promise<CaseReader[]> {
  return readersOf(ctx, data, progressLink(data.number));
}

/** A result came back and is on its way again; who has collected it at the counter knows. */
const sentAgain = ({ type, data }: DomainEvent): boolean => type === caseEvents['deliver-again'] && (data as CaseEventData).detail['method'] === 'express';

/** What the applicant, and the agent if there is one, are told of an event of their case. */
async function newsOfCase(ctx: Context, event: DomainEvent): Promise<OutgoingMessage[]> {
  const data = event.data as CaseEventData;
  const templateKey = 'mergedFrom' in data.detail ? 'processes.department-merged' : sentAgain(event) ? 'processes.result-sent-again' : templateOf(event.type, data.outcome);
  if (templateKey === undefined) return [];
  const variables = {
    caseId: data.caseId, itemName: data.itemName, number: data.number, office: data.organizationName,
    ...(templateKey === 'processes.department-merged' ? { former: String(data.detail['mergedFrom']) } : {}),
    ...('trackingNumber' in data.detail ? { trackingNumber: String(data.detail['trackingNumber']) } : {}),
    ...(templateKey === 'processes.supplement-requested' ? { dueOn: dateInWords(String(data.detail['dueOn'])) } : {}),
  };
  const step = await stepOf(ctx, templateKey, data.caseId);
  return (await readersOfCase(ctx, data)).map(({ recipient, ...link }) => ({
    templateKey, recipient, ...link, variables, dedupeKey: event.id, about: aboutCase(ctx, { ...data, id: data.caseId }, { ...step, toAgent: recipient.id !== data.applicantId }),
  }));
}

interface LicenceEventData { licenceId: string; caseId?: string | null; typeName: string; holderKind: 'person' | 'company'; holderId: string }

/** What the holder is told when a licence was issued or has ended. */
async function newsOfLicence(ctx: Context, event: DomainEvent): Promise<OutgoingMessage[]> {
  const { licenceId, caseId, typeName, holderKind, holderId } = event.data as LicenceEventData;
  const record = caseId ? await unsafeFindCase(ctx, caseId) : undefined;
  return [{
    templateKey: event.type === licenceEvents.issued ? 'processes.licence-issued' : 'processes.licence-ended',
    recipient: { kind: holderKind, id: holderId }, variables: { licenceId, typeName }, dedupeKey: event.id, about: record ? aboutCase(ctx, record) : { applicantKind: holderKind },
  }];
}

/** A subscription that tells people of events, of many in one go. */
function telling(name: string, types: readonly string[], newsOf: (ctx: Context, event: DomainEvent) => Promise<OutgoingMessage[]>): Subscription {
  const tell = async (ctx: Context, events: readonly DomainEvent[]): Promise<void> => {
    const messages: OutgoingMessage[] = [];
    for (const event of events) messages.push(...await newsOf(ctx, event));
    if (messages.length === 0) return;
    const batch = new WriteBatch();
    await sendMessages(ctx, batch, messages);
    await commit(ctx, batch);
  };
  return { name, types, handle: (ctx, event) => tell(ctx, [event]), handleMany: tell };
}

export const applicantNotices: readonly Subscription[] = [
  telling('processes.notify-applicants', [...new Set(Object.values(caseEvents))], newsOfCase),
  telling('processes.notify-holders', [licenceEvents.issued, licenceEvents.ended], newsOfLicence),
];
