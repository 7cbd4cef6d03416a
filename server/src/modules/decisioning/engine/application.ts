import type { FormDefinition } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { listCurrentMaterials, readAnswers, type CaseRecord } from '../../cases/index.ts';
import { getForm, getPinnedVersion, type PinnedVersion } from '../../catalog/index.ts';
import type { GivenAnswer } from '../../guidance/contract.ts';
import { decryptDraft, getDraftVersion, requirementsOf, type DraftRecord } from '../../intake/index.ts';

/** An application as the rules see it, whether it has been submitted or not. */
export interface Application {
  readonly version: PinnedVersion;
  readonly guidance: readonly GivenAnswer[];
  readonly situationKey: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly definition: FormDefinition;
  readonly applicant: { readonly kind: 'person' | 'company'; readonly id: string };
  readonly selfFiled: boolean;
  readonly materials: readonly { readonly key: string; readonly name: string; readonly source: 'upload' | 'licence' | 'paper' | 'form' | 'none'; readonly licenceId: string | null }[];
  readonly submittedOn: string;
  /** The case, once there is one. */
  readonly caseId: string | undefined;
  /** Why personal data is read, for the audit. */
  readonly purpose: string;
}

/** A case as it stands now. */
export async function applicationOfCase(ctx: Context, record: CaseRecord): Promise<Application> {
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const [answers, materials] = await Promise.all([readAnswers(ctx, record), listCurrentMaterials(ctx, record)]);
  return {
    version, guidance: record.guidance, situationKey: record.situationKey, answers, definition: getForm(version, record.formKey).definition as FormDefinition,
    applicant: { kind: record.applicantKind, id: record.applicantId }, selfFiled: record.filerKind === 'self',
    materials: materials.map(({ key, name, source, licence }) => ({ key, name, source, licenceId: licence?.id ?? null })),
    submittedOn: record.state.submittedOn, caseId: record.id, purpose: `自动审批核对：办件${record.number}`,
  };
}

/** A draft as if it were submitted now. */
export async function applicationOfDraft(ctx: Context, record: DraftRecord): Promise<Application> {
  const version = await getDraftVersion(ctx, record);
  const needs = requirementsOf(version, record.guidance);
  return {
    version, guidance: needs.guidance, situationKey: needs.situation.key, answers: decryptDraft(ctx, 'answers', record), definition: needs.definition,
    applicant: { kind: record.applicantKind, id: record.applicantId }, selfFiled: record.ownerId === record.applicantId,
    materials: needs.materials.map(({ material }) => {
      const entry = record.materials.find(({ key }) => key === material.key);
      const source = material.formKey !== undefined ? 'form' : entry?.licenceId ? 'licence' : entry && entry.files.length > 0 ? 'upload' : entry?.paperReceived ? 'paper' : 'none';
      return { key: material.key, name: material.name, source, licenceId: entry?.licenceId ?? null };
    }),
    submittedOn: chinaDate(ctx.kernel.clock.now()), caseId: undefined, purpose: '提交前预审申请',
  };
}
