import type { Context } from '../../../kernel/context.ts';
import { listConditionPoints } from '../../catalog/contract.ts';
import { getPublishedItem, type PinnedVersion } from '../../catalog/index.ts';
import { planPublished } from '../../bundles/index.ts';
import { presentAgent } from '../../cases/index.ts';
import type { UsableLicence } from '../../licences/index.ts';
import type { BundleNeeds } from '../bundle-needs.ts';
import type { Draft, MaterialSlot, takeShared as takeOperation } from '../contract.ts';
import { readDraftNeeds } from '../draft-needs.ts';
import { decryptDraft, type DraftRecord } from '../draft-record.ts';
import { deliveryMethodsOf } from '../delivery.ts';
import { presentPrefill, presentPrefilled } from '../prefill/present-prefill.ts';
import { isRequired, type Requirements } from '../prepare-draft.ts';
import { offerLicences, substitutesNow } from '../substitution.ts';
import type { ResponseOf, Static } from '@tongban/contract-kit';
import type { Matched } from '../sharing/match-things.ts';
import { presentShared } from '../sharing/shared-entries.ts';

export function presentSlots(needs: Requirements, record: Pick<DraftRecord, 'materials'>, licences: ReadonlyMap<string, readonly UsableLicence[]>): Static<typeof MaterialSlot>[] {
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
  const { needs, versions, bundle } = await readDraftNeeds(ctx, record);
  const [licences, current, prefill, shared] = await Promise.all([
    substitutesNow(ctx, needs).then((substitutes) => offerLicences(ctx, { kind: record.applicantKind, id: record.applicantId }, substitutes)),
    currentVersion(ctx, record).catch(() => undefined),
    presentPrefill(ctx, record, needs),
    presentShared(ctx, record),
  ]);
  return {
    id: record.id, revision: record.revision, itemId: record.itemId, itemVersionId: record.itemVersionId, itemName: record.itemName,
    bundle: bundle === undefined ? null : presentBundle(bundle),
    outdated: current !== (record.itemVersionId ?? record.bundleVersionId),
    applicant: { kind: record.applicantKind, id: record.applicantId, name: record.applicantName, documentNumber: record.applicantDocumentMasked },
    filedBy: record.ownerKind === 'staff' ? { kind: 'clerk', name: record.ownerName }
      : record.ownerId === record.applicantId ? null : { kind: 'agent', name: record.ownerName },
    agent: presentAgent(record), agentAllowed: record.ownerKind === 'staff' && (record.applicantKind === 'company' || versions.every(({ elements }) => elements.agentAllowed)),
    guidance: needs.guidance, situation: needs.situation, formKey: needs.formKey, formName: needs.formName, formDefinition: needs.definition,
    answers: decryptDraft(ctx, 'answers', record), prefilled: presentPrefilled(ctx, record), prefill, materials: presentSlots(needs, record, licences), shared,
    conditionChecks: bundle === undefined ? versions.flatMap((version) => presentConditionChecks(version, needs.situation.key, null))
      : bundle.children.flatMap((child) => presentConditionChecks(child.version, child.needs.situation.key, child.version.elements.name)),
    deliveryMethods: deliveryMethodsOf(versions), updatedAt: record.updatedAt.toISOString(), caseId: record.submittedCaseId,
  };
}

/** A draft's materials after a share was put in, and what became of each thing. */
export async function presentTaken(ctx: Context, { record, matched }: { record: DraftRecord; matched: Matched }): Promise<ResponseOf<typeof takeOperation>> {
  const { needs } = await readDraftNeeds(ctx, record);
  const licences = await offerLicences(ctx, { kind: record.applicantKind, id: record.applicantId }, await substitutesNow(ctx, needs));
  return {
    revision: record.revision, savedAt: record.updatedAt.toISOString(), materials: presentSlots(needs, record, licences), shared: await presentShared(ctx, record),
    placed: matched.placed.map(({ thing: { name }, materialName }) => ({ name, materialName })), left: matched.left,
  };
}

async function currentVersion(ctx: Context, { itemId, bundleId, guidance }: DraftRecord): Promise<string | undefined> {
  if (bundleId !== null) return (await planPublished(ctx, bundleId, guidance)).versionId;
  return itemId === null ? undefined : (await getPublishedItem(ctx, itemId)).versionId;
}

function presentConditionChecks({ elements }: PinnedVersion, situationKey: string, itemName: string | null): Draft['conditionChecks'] {
  const points = listConditionPoints(elements, situationKey, 'acceptance');
  return [...new Set(points.map(({ condition }) => condition))].map((condition) =>
    ({ itemName, condition, points: points.filter((point) => point.condition === condition).map(({ text }) => text) }));
}

function presentBundle({ applicable: { bundle, plan }, children }: BundleNeeds): NonNullable<Draft['bundle']> {
  const nameOf = (key: string): string => children.find((child) => child.key === key)?.version.elements.name ?? '';
  return {
    id: bundle.id, promisedDays: plan.promisedDays,
    items: children.map(({ key, version: { elements }, waitsFor }) => ({ key, name: elements.name, departmentName: elements.departmentName, days: elements.promisedLimit?.days ?? 0, after: waitsFor.map(nameOf) })),
    takenOver: children.flatMap(({ version, needs, takenOver }) => [...takenOver].map(([key, from]) => ({
      name: needs.materials.find(({ material }) => material.key === key)?.material.name ?? '', itemName: version.elements.name, fromName: nameOf(from),
    }))),
    fields: plan.form.fields.filter(({ sources }) => sources.length > 1).map(({ id, sources }) => ({ id, itemNames: sources.map(({ itemName }) => itemName) })),
  };
}
