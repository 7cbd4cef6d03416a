import type { Selectable } from 'kysely';
import { holds, requireScope, singleScopes, type StaffActor } from '../../kernel/access/index.ts';
import { liesInScope } from '../../kernel/access/scope-filter.ts';
import type { Context } from '../../kernel/context.ts';
import { findRow, tablesOf } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { PostalAddress } from '../cases/contract.ts';
import { fail } from './errors.ts';
import type { BundleApplicationsTables } from './tables.ts';

export type ApplicationRecord = Selectable<BundleApplicationsTables['bundleApplications.application']>;
export type ChildRecord = Selectable<BundleApplicationsTables['bundleApplications.child']>;

const answersColumn = 'bundle_applications.application.answers_cipher';
const childAnswersColumn = 'bundle_applications.child.answers_cipher';
const addressColumn = 'bundle_applications.application.postal_address_cipher';
type Answers = Record<string, unknown>;

/** Encrypts what was answered for one of the two columns that keep answers. */
export function encryptAnswers(ctx: Context, of: 'application' | 'child', id: string, answers: Answers): string {
  return personalDataCipher(ctx.kernel).encrypt(of === 'application' ? answersColumn : childAnswersColumn, id, JSON.stringify(answers));
}

/** Reads stored answers of an application, or of one item, back. */
export function decryptAnswers(ctx: Context, of: 'application' | 'child', { id, answersCipher }: { id: string; answersCipher: string }): Answers {
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(of === 'application' ? answersColumn : childAnswersColumn, id, answersCipher)) as Answers;
}

export function encryptAddress(ctx: Context, id: string, address: PostalAddress | undefined): string | null {
  return address === undefined ? null : personalDataCipher(ctx.kernel).encrypt(addressColumn, id, JSON.stringify(address));
}

/** Where the applicant asked the results to be posted, in full, to hand it on to a case. */
export function decryptAddress(ctx: Context, { id, postalAddressCipher }: ApplicationRecord): PostalAddress | undefined {
  return postalAddressCipher === null ? undefined : JSON.parse(personalDataCipher(ctx.kernel).decrypt(addressColumn, id, postalAddressCipher)) as PostalAddress;
}

/** Reads an application without asking who wants it. */
export async function unsafeFindApplication(ctx: Context, id: string): Promise<ApplicationRecord | undefined> {
  return findRow<ApplicationRecord>(ctx.kernel.db, 'SELECT * FROM bundle_applications.application WHERE id = $1', [id]);
}

/** The items of an application in the order of the bundle. */
export async function listChildren(ctx: Context, applicationId: string): Promise<ChildRecord[]> {
  return tablesOf<BundleApplicationsTables>(ctx.kernel.db).selectFrom('bundleApplications.child').selectAll().where('applicationId', '=', applicationId).orderBy('position').execute();
}

/** Whether the actor is the applicant, or acts for the applicant by the mandate of this session. */
export function isApplicantSide(ctx: Context, record: ApplicationRecord): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'person') return false;
  const principal = actor.actingFor ?? { kind: 'person' as const, id: actor.id };
  return record.applicantKind === principal.kind && record.applicantId === principal.id;
}

/** Whether the actor may answer for the applicant: the applicant's side, and the clerk who filed it at a counter. */
export function isFilingSide(ctx: Context, record: ApplicationRecord): boolean {
  return ctx.actor.kind === 'staff' ? record.ownerKind === 'staff' && record.ownerId === ctx.actor.id : isApplicantSide(ctx, record);
}

/** Whether an officer's scope reaches an application: its lead, or a department of one of its items. */
export function isWithinScope(ctx: Context, actor: StaffActor, record: ApplicationRecord, permission: string): boolean {
  if (!holds(actor, permission)) return false;
  return singleScopes(requireScope(ctx, permission)).some((scope) => {
    if (scope.kind === 'own') return record.participantPaths.includes(actor.organizationPath);
    if (scope.kind === 'organization') return record.participantPaths.some((path) => path.startsWith(scope.organizationPath));
    return liesInScope(scope, actor, record);
  });
}

/** Whether the actor hands over for the lead of the bundle. */
export function mayDeliver(ctx: Context, record: ApplicationRecord): boolean {
  const permission = 'bundle-applications.application.deliver';
  return ctx.actor.kind === 'staff' && holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, record);
}

/**
 * The application, if the actor may see it. @throws bundle-applications.not-found otherwise; kernel.mandate-ended for an agent
 * whose mandate has ended
 */
export async function getApplication(ctx: Context, id: string): Promise<ApplicationRecord> {
  const { actor } = ctx;
  if (actor.kind === 'person' && actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  const record = await unsafeFindApplication(ctx, id);
  const seen = record !== undefined && (actor.kind === 'staff'
    ? record.ownerId === actor.id || isWithinScope(ctx, actor, record, 'bundle-applications.application.view') : isApplicantSide(ctx, record));
  if (!record || !seen) throw fail('bundle-applications.not-found');
  return record;
}

/** The application, if the actor may answer for its applicant. @throws bundle-applications.not-found */
export async function getOwnApplication(ctx: Context, id: string): Promise<ApplicationRecord> {
  const record = await getApplication(ctx, id);
  if (!isFilingSide(ctx, record)) throw fail('bundle-applications.not-found');
  return record;
}
