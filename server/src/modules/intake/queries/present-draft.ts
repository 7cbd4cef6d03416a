import type { Context } from '../../../kernel/context.ts';
import { getPinnedVersion, getPublishedItem } from '../../catalog/index.ts';
import type { UsableLicence } from '../../licences/index.ts';
import type { Draft, MaterialSlot } from '../contract.ts';
import { decryptDraft, type DraftRecord } from '../draft-record.ts';
import { deliveryMethodsOf } from '../delivery.ts';
import { presentPrefill, presentPrefilled } from '../prefill/present-prefill.ts';
import { isRequired, requirementsOf, type Requirements } from '../prepare-draft.ts';
import { offerLicences, substitutesNow } from '../substitution.ts';
import type { Static } from '@tongban/contract-kit';

function presentSlots(needs: Requirements, record: DraftRecord, licences: ReadonlyMap<string, readonly UsableLicence[]>): Static<typeof MaterialSlot>[] {
  return needs.materials.filter(({ material }) => material.formKey === undefined).map((needed) => {
    const { material } = needed;
    const entry = record.materials.find(({ key }) => key === material.key);
    return {
      material, reason: needed.reason, required: isRequired(needed),
      licences: (licences.get(material.key) ?? []).map(({ id, name, number, validTo }) => ({ id, name, number, validTo })),
      files: entry?.files ?? [], licenceId: entry?.licenceId ?? null, licenceConsent: entry?.licenceConsent ?? false,
      paperReceived: entry?.paperReceived ?? false,
    };
  });
}

/** A draft with its form and one slot for each material it needs, as the filling page shows it. */
export async function presentDraft(ctx: Context, record: DraftRecord): Promise<Draft> {
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const needs = requirementsOf(version, record.guidance);
  const [licences, current, prefill] = await Promise.all([
    substitutesNow(ctx, needs).then((substitutes) => offerLicences(ctx, { kind: record.applicantKind, id: record.applicantId }, substitutes)),
    getPublishedItem(ctx, record.itemId).catch(() => undefined),
    presentPrefill(ctx, record, needs.definition),
  ]);
  return {
    id: record.id, revision: record.revision, itemId: record.itemId, itemVersionId: record.itemVersionId, itemName: record.itemName,
    outdated: current?.versionId !== record.itemVersionId,
    applicant: { kind: record.applicantKind, id: record.applicantId, name: record.applicantName, documentNumber: record.applicantDocumentMasked },
    filedBy: record.ownerKind === 'staff' ? { kind: 'clerk', name: record.ownerName }
      : record.ownerId === record.applicantId ? null : { kind: 'agent', name: record.ownerName },
    guidance: needs.guidance, situation: needs.situation, formKey: needs.formKey, formName: needs.formName, formDefinition: needs.definition,
    answers: decryptDraft(ctx, 'answers', record), prefilled: presentPrefilled(ctx, record), prefill, materials: presentSlots(needs, record, licences),
    deliveryMethods: deliveryMethodsOf(version.elements), updatedAt: record.updatedAt.toISOString(), caseId: record.submittedCaseId,
  };
}
