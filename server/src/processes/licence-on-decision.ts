import type { FormDefinition } from '@tongban/form-model';
import type { Context } from '../kernel/context.ts';
import { tablesOf } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { getCompany, unsafeReadPerson } from '../kernel/identity/index.ts';
import type { OrganizationTables } from '../kernel/organization/tables.ts';
import { authorityOf, caseEvents, listCurrentMaterials, readAnswers, unsafeFindCase, type CaseEventData, type CaseRecord } from '../modules/cases/index.ts';
import type { ItemElements } from '../modules/catalog/contract.ts';
import { getForm, getPinnedVersion } from '../modules/catalog/index.ts';
import { completeLicence, issueLicence, recordLicenceUse, type NewLicence } from '../modules/licences/index.ts';

interface Decision { licence?: { validFrom?: string; validTo?: string; remark?: string }; licenceTypeCode?: string | null }

async function holderOf(ctx: Context, record: CaseRecord): Promise<NewLicence['holder']> {
  const common = { kind: record.applicantKind, id: record.applicantId, name: record.applicantName, documentMasked: record.applicantDocumentMasked };
  if (record.applicantKind === 'company') return { ...common, documentNumber: (await getCompany(ctx, record.applicantId)).creditCode };
  return { ...common, documentNumber: (await unsafeReadPerson(ctx, record.applicantId, `签发证照：办件${record.number}`)).documentNumber };
}

async function issuerOf(ctx: Context, elements: ItemElements): Promise<NewLicence['issuer']> {
  const id = authorityOf(elements);
  const row = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['name', 'code']).where('id', '=', id).executeTakeFirst();
  if (!row?.code) throw new Error(`organisation ${id} has no credit code to issue licences under`);
  return { id, name: row.name, creditCode: row.code };
}

/** An approved case of an item with a licence leads to one signed licence; a repeat finds it and completes it. */
async function issueOnDecision(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId, detail } = event.data as CaseEventData;
  const { licence = {}, licenceTypeCode } = detail as Decision;
  const record = await unsafeFindCase(ctx, caseId);
  if (!record || record.outcome !== 'approved' || !licenceTypeCode) return;
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const form = getForm(version, record.formKey);
  const issued = await issueLicence(ctx, {
    typeCode: licenceTypeCode, caseId, caseNumber: record.number, itemId: record.itemId, regionCode: record.regionCode, itemName: record.itemName,
    holder: await holderOf(ctx, record), issuer: await issuerOf(ctx, version.elements),
    form: { definition: form.definition as FormDefinition, answers: await readAnswers(ctx, record) }, ...licence,
  });
  await completeLicence(ctx, issued);
}

/** Licences that stood for materials of a submission leave a trace for their holder. */
async function recordUses(ctx: Context, event: DomainEvent): Promise<void> {
  const record = await unsafeFindCase(ctx, event.aggregateId);
  if (!record) return;
  for (const { licence, name } of await listCurrentMaterials(ctx, record)) {
    if (licence) await recordLicenceUse(ctx, licence.id, { by: record.organizationName, purpose: `办理“${record.itemName}”，代替材料“${name}”`, caseNumber: record.number });
  }
}

export const licenceFlows: readonly Subscription[] = [
  { name: 'processes.issue-licence-on-decision', types: [caseEvents.decide], urgent: true, handle: issueOnDecision },
  { name: 'processes.record-licence-uses', types: [caseEvents.submit, caseEvents.supplement], handle: recordUses },
];
