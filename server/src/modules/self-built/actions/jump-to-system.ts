import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { holds } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { getCaseRecord, isApplicantSide, type CaseRecord } from '../../cases/index.ts';
import { findWindowOfClerk, nameWindows } from '../../halls/index.ts';
import { consentOf, type jumpToSystem as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { checkHealth } from '../gateway/ask-system.ts';
import { composeTicket } from '../signing.ts';
import { getSigningKey, unsafeFindSystem, type LinkRow, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';
import { findOrOpenLink } from './follow-case.ts';

/** How long a ticket may be redeemed. */
const ticketMs = 2 * 60_000;

type Visitor = Pick<SelfBuiltTables['selfBuilt.ticket'], 'visitorKind' | 'visitorId' | 'visitorName' | 'organizationName' | 'windowName'>;

/** Whether the actor may go to the system for the case: the applicant's side, or an officer at work on it. */
export function mayJump(ctx: Context, record: CaseRecord): boolean {
  return isApplicantSide(ctx, record) || (ctx.actor.kind === 'staff' && holds(ctx.actor, 'self-built.case.jump'));
}

/** Why nobody can go to the system now; undefined when one can. */
export function blockedBecause(link: Pick<LinkRow, 'state'>, system: Pick<SystemRow, 'enabled'>): string | undefined {
  if (!system.enabled) return '这个系统的对接目前停用，请向办理部门咨询。';
  if (link.state === 'ended') return '这件已经终结，不用再到自建系统办理。';
  if (link.state === 'delivered') return '这件已经办结。';
  return undefined;
}

/** What whoever goes to the system is asked to agree to. */
export async function consentFor(ctx: Context, link: Pick<LinkRow, 'itemName'>, system: SystemRow): Promise<{ text: string; departmentName: string }> {
  const { name: departmentName } = await getOrganization(ctx, system.organizationId);
  return { text: consentOf({ systemName: system.name, departmentName, itemName: link.itemName, disclosure: system.disclosure }), departmentName };
}

/** Whether consent is to be asked for: there is none, or it names something else than the system is given now. */
export function needsConsent(link: Pick<LinkRow, 'consentDisclosure'>, system: Pick<SystemRow, 'disclosure'>): boolean {
  return link.consentDisclosure !== system.disclosure;
}

/**
 * Gives the address by which the actor goes to the self-built system with this case: it carries a signed ticket that is good once and
 * for two minutes, and nothing of who comes; the system asks for that with the ticket. What is agreed to is kept. A system that does
 * not answer is named, and the registration stays (INT-04). Once the system is given something else, consent is asked for again.
 * @throws self-built.not-linked, .may-not-jump, .not-jumping, .consent-needed, .down, cases.not-found
 */
export async function jumpToSystem(ctx: Context, caseId: string, { consent }: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const record = await getCaseRecord(ctx, caseId);
  const link = await findOrOpenLink(ctx, record);
  const system = link && await unsafeFindSystem(ctx, link.systemId);
  if (!link || !system) throw fail('self-built.not-linked');
  if (!mayJump(ctx, record)) throw fail('self-built.may-not-jump');
  const blocked = blockedBecause(link, system);
  if (blocked !== undefined) throw fail('self-built.not-jumping', { system: system.name, reason: blocked });
  const words = await consentFor(ctx, link, system);
  if (needsConsent(link, system) && consent !== words.text) throw fail('self-built.consent-needed');
  // Why is the operator's to know; it stands with the system.
  if (await checkHealth(ctx, system) !== undefined) throw fail('self-built.down', { system: system.name, number: record.number });
  return issueTicket(ctx, record, link, system, words.text);
}

async function issueTicket(ctx: Context, record: CaseRecord, link: LinkRow, system: SystemRow, consentText: string): Promise<ResponseOf<typeof operation>> {
  const now = ctx.kernel.clock.now();
  const id = createId();
  const expiresAt = new Date(now.getTime() + ticketMs);
  const batch = new WriteBatch();
  const writes = writesFor<SelfBuiltTables>(batch);
  const consents = needsConsent(link, system);
  if (consents) {
    writes.update('selfBuilt.link', { consentText, consentAt: now, consentBy: ctx.actor.name, consentDisclosure: system.disclosure }, { caseId: link.caseId, consentDisclosure: link.consentDisclosure });
  }
  writes.insert('selfBuilt.ticket', { id, caseId: link.caseId, systemId: system.id, ...await visitorOf(ctx), madeAt: now, expiresAt, redeemedAt: null });
  recordAudit(ctx, batch, { action: 'self-built.jump', objectType: 'case', objectId: record.id, purpose: `办理“${record.itemName}”`, detail: { number: record.number, system: system.name, ...(consents ? { consent: consentText } : {}) } });
  const key = await getSigningKey(ctx, system.id);
  await commit(ctx, batch);
  const url = new URL(system.entryUrl);
  url.searchParams.set('ticket', composeTicket(key, id, expiresAt));
  return { url: url.toString(), expiresAt: expiresAt.toISOString() };
}

async function visitorOf(ctx: Context): Promise<Visitor> {
  const { actor } = ctx;
  if (actor.kind === 'staff') {
    const windowId = await findWindowOfClerk(ctx, actor.id);
    const windowName = windowId === undefined ? null : (await nameWindows(ctx, [windowId])).get(windowId) ?? null;
    return { visitorKind: 'clerk', visitorId: actor.id, visitorName: actor.name, organizationName: actor.organizationName, windowName };
  }
  const agent = actor.kind === 'person' && actor.actingFor !== undefined;
  return { visitorKind: agent ? 'agent' : 'applicant', visitorId: actor.id, visitorName: actor.name, organizationName: null, windowName: null };
}
