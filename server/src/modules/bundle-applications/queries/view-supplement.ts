import type { Context } from '../../../kernel/context.ts';
import { mergeAnswers } from '../../bundles/index.ts';
import { listActions, readAnswers, unsafeFindCase } from '../../cases/index.ts';
import { offerLicences, presentSlots, readPinnedBundle, substitutesNow, type BundleNeeds } from '../../intake/index.ts';
import { listSupplementing, type Supplementing } from '../actions/supplement-bundle.ts';
import type { JointSupplement } from '../contract.ts';
import { fail } from '../errors.ts';
import { decryptAnswers, getOwnApplication, listChildren } from '../record.ts';

type Notice = JointSupplement['notices'][number];
type Asked = { explanation: string; items: Notice['items'] };

/** What all departments ask for as one notice, at the fields and materials of the one form and set. @throws bundle-applications.nothing-to-supplement */
export async function viewSupplement(ctx: Context, applicationId: string): Promise<JointSupplement> {
  const application = await getOwnApplication(ctx, applicationId);
  const asked = await listSupplementing(ctx, applicationId);
  if (asked.length === 0) throw fail('bundle-applications.nothing-to-supplement');
  const bundle = await readPinnedBundle(ctx, application.bundleVersionId, application.guidance);
  const notices = await Promise.all(asked.map((one) => noticeOf(ctx, bundle, one)));
  const current = new Map(await Promise.all(asked.map(async ({ child, record }) => [child.key, await readAnswers(ctx, record)] as const)));
  const wanted = new Set(notices.flatMap(({ items }) => items.filter(({ kind }) => kind === 'material').map(({ key }) => key)));
  const needs = { ...bundle.needs, materials: bundle.needs.materials.filter(({ material }) => wanted.has(material.key)) };
  const licences = await offerLicences(ctx, { kind: application.applicantKind, id: application.applicantId }, await substitutesNow(ctx, needs));
  return {
    applicationId, number: application.number, bundleName: application.bundleName, applicantName: application.applicantName, notices,
    dueOn: notices.map(({ dueOn }) => dueOn).toSorted()[0] ?? '', stillChecking: await readStillChecking(ctx, applicationId), definition: { ...needs.definition },
    answers: { ...decryptAnswers(ctx, 'application', application), ...mergeAnswers(bundle.applicable.plan.form.fields, current) },
    // What is asked for is given anew; what was given before stays with the case.
    slots: presentSlots(needs, { materials: [] }, licences),
  };
}

async function noticeOf(ctx: Context, { applicable: { plan } }: BundleNeeds, { child, record }: Supplementing): Promise<Notice> {
  const request = (await listActions(ctx, record.id)).findLast(({ type }) => type === 'request-supplement');
  const { explanation = '', items = [] } = (request?.detail ?? {}) as Partial<Asked>;
  const placeOf = ({ kind, key }: Notice['items'][number]): string => {
    if (kind === 'material') return plan.materials.materials.find(({ neededBy }) => neededBy.some((one) => one.item === child.key && one.key === key))?.key ?? key;
    if (kind === 'field') return plan.form.fields.find(({ sources }) => sources.some((one) => one.item === child.key && one.fieldId === key))?.id ?? key;
    return '';
  };
  return {
    caseId: record.id, itemName: record.itemName, organizationName: record.organizationName, dueOn: record.supplementDueOn ?? '', explanation,
    items: items.map(({ kind, key, name, reason }) => ({ kind, key: placeOf({ kind, key, name, reason }), name, reason })),
  };
}

async function readStillChecking(ctx: Context, applicationId: string): Promise<JointSupplement['stillChecking']> {
  const records = await Promise.all((await listChildren(ctx, applicationId)).map(({ caseId }) => (caseId === null ? undefined : unsafeFindCase(ctx, caseId))));
  return records.flatMap((record) => (record?.status === 'submitted' ? [{ itemName: record.itemName, organizationName: record.organizationName, until: record.acceptanceDueOn }] : []));
}
