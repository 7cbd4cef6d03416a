import { checkIdentityDocument, maskIdNumber } from '@tongban/identifiers';
import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { findActingChoice, findPersonByDocument } from '../../kernel/identity/index.ts';
import { getPinnedVersion } from '../catalog/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { checkCollector, CollectorKind } from './contract.ts';
import { fail } from './errors.ts';

/** Who stands at the counter, and whether the result may be handed to them. */
export interface Collector {
  name: string;
  documentMasked: string;
  personId: string | null;
  kind: CollectorKind | null;
  mandateId: string | null;
}

/**
 * Finds by name and document whether somebody may collect the result of a case: the applicant, the legal representative of a
 * company, or an agent whose mandate is in force and covers the kind of item (IDN-03). @throws collection.bad-document
 */
export async function findCollector(ctx: Context, record: CaseRecord, { name, documentType, documentNumber }: Omit<BodyOf<typeof checkCollector>, 'method'>): Promise<Collector> {
  const checked = checkIdentityDocument(documentType, documentNumber, chinaDate(ctx.kernel.clock.now()));
  if (!checked.ok) throw fail('collection.bad-document', { problem: checked.message.replace(/。$/, '') });
  const typed = { name: name.normalize('NFKC').trim(), documentMasked: maskIdNumber(checked.normalized) };
  const nobody = { ...typed, personId: null, kind: null, mandateId: null };
  const person = await findPersonByDocument(ctx, documentType, documentNumber);
  // A document on file under another name is somebody else's, or mistyped.
  if (person?.name !== typed.name) return nobody;
  const found = { ...typed, personId: person.id };
  if (record.applicantKind === 'person' && record.applicantId === person.id) return { ...found, kind: 'applicant', mandateId: null };
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const mandate = await findActingChoice(ctx, person.id, { kind: record.applicantKind, id: record.applicantId }, [elements.taskType]);
  if (!mandate) return { ...found, kind: null, mandateId: null };
  return { ...found, kind: mandate.basis === 'legal-representative' ? 'representative' : 'agent', mandateId: mandate.mandateId };
}
