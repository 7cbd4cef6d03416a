import type { Context } from '../../../kernel/context.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { blockedBecause, consentFor, mayJump, needsConsent } from '../actions/jump-to-system.ts';
import { findOrOpenLink } from '../actions/follow-case.ts';
import { linkStateLabels, type CaseLink } from '../contract.ts';
import { lesserOf } from '../states.ts';
import { selfBuiltTables, unsafeFindSystem } from '../systems.ts';

/** The system in which a case is handled and what it reported, for whoever may see the case; null when it is handled here. @throws cases.not-found */
export async function viewCaseLink(ctx: Context, caseId: string): Promise<CaseLink | null> {
  const record = await getCaseRecord(ctx, caseId);
  const link = await findOrOpenLink(ctx, record);
  const system = link && await unsafeFindSystem(ctx, link.systemId);
  if (!link || !system) return null;
  const [reports, words] = await Promise.all([
    selfBuiltTables(ctx).selectFrom('selfBuilt.report').selectAll().where('caseId', '=', caseId).orderBy('sequence', 'desc').execute(), consentFor(ctx, link, system),
  ]);
  const consentNeeded = needsConsent(link, system);
  const may = mayJump(ctx, record);
  const blocked = blockedBecause(link, system) ?? null;
  return {
    systemName: system.name, departmentName: words.departmentName, state: link.state, stateLabel: linkStateLabels[link.state], consent: consentNeeded ? words.text : link.consentText ?? words.text,
    consentNeeded, consentedAt: link.consentAt?.toISOString() ?? null, disclosure: link.consentDisclosure && lesserOf(link.consentDisclosure, system.disclosure), contentReadAt: link.contentReadAt?.toISOString() ?? null,
    enteredAt: link.enteredAt?.toISOString() ?? null, mayJump: may && blocked === null, blocked: may ? blocked : null, downSince: system.downSince?.toISOString() ?? null,
    reports: reports.map(({ sequence, kind, label, at, receivedAt, opinion, documents }) => ({
      sequence, kind, label, at: at.toISOString(), receivedAt: receivedAt.toISOString(), opinion, documents: documents.map(({ id, name, size }) => ({ id, name, size })),
    })),
  };
}
