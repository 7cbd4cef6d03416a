import type { BodyOf } from '@tongban/contract-kit';
import type { Context } from '../../kernel/context.ts';
import { findFiles } from '../../kernel/files/index.ts';
import { checkIdentity, findActingChoice, findOrCreatePersonAtCounter, findPersonByDocument, getCompany } from '../../kernel/identity/index.ts';
import type { PinnedVersion } from '../catalog/index.ts';
import type { CaseFile, StoredAgent } from '../cases/index.ts';
import { requireMobileOnFile } from './applicant-profile.ts';
import type { setDraftAgent as operation } from './contract.ts';
import type { DraftRecord } from './draft-record.ts';
import { fail } from './errors.ts';

type TypedAgent = NonNullable<BodyOf<typeof operation>['agent']>;
type Represented = Pick<DraftRecord, 'applicantKind' | 'applicantId'>;

const letterTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

/**
 * Who stands at the counter for the applicant of a draft, with the authority to do so: their document and mobile are kept as an
 * applicant's are, and they get no rights on the platform by it (INT-02, IDN-03).
 * @throws identity.invalid-identity naming each wrong field, identity.name-mismatch, intake.agent-not-allowed, .agent-is-applicant,
 * .agent-mobile-missing, .agent-authority-missing, .letter-unusable
 */
export async function registerAgentAtCounter(ctx: Context, record: DraftRecord, versions: readonly PinnedVersion[], typed: TypedAgent): Promise<StoredAgent> {
  if (record.applicantKind === 'person' && versions.some(({ elements }) => !elements.agentAllowed)) throw fail('intake.agent-not-allowed');
  const { documentType, documentNumber, mobile } = checkIdentity(ctx, typed);
  const known = await findPersonByDocument(ctx, documentType, documentNumber);
  if (record.applicantKind === 'person' && known?.id === record.applicantId) throw fail('intake.agent-is-applicant');
  if (mobile === undefined) await requireMobileOnFile(ctx, typed, 'intake.agent-mobile-missing');
  const letter = typed.letterFileId === undefined ? null : await readLetter(ctx, record.agent?.letter ?? null, typed.letterFileId);
  const standing = await standingOf(ctx, record, versions, known?.id);
  const authority = standing.representative ? 'representative' : letter ? 'letter' : typed.originalSeen ? 'original' : standing.mandateId === null ? undefined : 'mandate';
  if (authority === undefined) throw fail('intake.agent-authority-missing');
  const person = await findOrCreatePersonAtCounter(ctx, typed, '窗口登记经办人');
  return {
    personId: person.id, name: person.name, documentType: person.documentType, documentMasked: person.documentNumberMasked, mobileMasked: person.mobileMasked,
    authority, mandateId: standing.mandateId, letter: authority === 'representative' ? null : letter, identifiedBy: typed.identifiedBy ?? 'sight',
  };
}

/** What a person on file is to the applicant already. */
async function standingOf(ctx: Context, { applicantKind: kind, applicantId: id }: Represented, versions: readonly PinnedVersion[], personId: string | undefined): Promise<{ representative: boolean; mandateId: string | null }> {
  if (personId === undefined) return { representative: false, mandateId: null };
  const [mandate, company] = await Promise.all([
    findActingChoice(ctx, personId, { kind, id }, versions.map(({ elements }) => elements.taskType)), kind === 'company' ? getCompany(ctx, id) : undefined,
  ]);
  return { representative: company?.legalRepresentative.personId === personId, mandateId: mandate?.mandateId ?? null };
}

async function readLetter(ctx: Context, held: CaseFile | null, fileId: string): Promise<CaseFile> {
  if (held?.id === fileId) return held;
  const [file] = await findFiles(ctx, [fileId]);
  if (!file || file.uploadedBy !== ctx.actor.id || file.scanStatus === 'infected' || !letterTypes.includes(file.mediaType)) throw fail('intake.letter-unusable');
  return { id: file.id, name: file.name, size: file.size, mediaType: file.mediaType };
}

/** Refuses an application whose agent acts by a mandate alone that has ended meanwhile. @throws intake.agent-mandate-ended */
export async function requireStandingAgent(ctx: Context, { agent, applicantKind: kind, applicantId: id }: Represented & Pick<DraftRecord, 'agent'>, versions: readonly PinnedVersion[]): Promise<void> {
  if (agent?.authority !== 'mandate') return;
  const mandate = await findActingChoice(ctx, agent.personId, { kind, id }, versions.map(({ elements }) => elements.taskType));
  if (!mandate) throw fail('intake.agent-mandate-ended', { name: agent.name });
}
