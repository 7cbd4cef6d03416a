import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@tongban/api-client';
import { uploadFile } from '../../server/src/kernel/files/contract.ts';
import { searchItems, type ItemSummary } from '../../server/src/modules/catalog/contract.ts';
import { evaluateGuidance, getSituationForm, type GivenAnswer } from '../../server/src/modules/guidance/contract.ts';
import { createDraft, getDraft, saveDraft, submitDraft, type Draft, type MaterialEntry } from '../../server/src/modules/intake/contract.ts';

/** How to apply for one item: the path through its questions and an example of its form. */
export interface Plan {
  readonly item: ItemSummary;
  readonly guidance: readonly GivenAnswer[];
  readonly answers: Record<string, unknown>;
}

/** One intention of an applicant; it is carried through to the receipt, however often the server dies meanwhile. */
export interface Application {
  readonly plan: Plan;
  readonly key: string;
  draftId?: string;
  caseId?: string;
  number?: string;
}

export function intend(plan: Plan): Application {
  return { plan, key: randomUUID() };
}

/** Finds the items that persons can apply for here, with the first way through their questions that is not refused. */
export async function planApplications(client: ApiClient): Promise<Plan[]> {
  const { items } = await client.call(searchItems, { query: { limit: 100, onlineOnly: true, audience: 'person' } });
  const plans = await Promise.all(items.filter((item) => item.handlingMode === 'platform').map((item) => planItem(client, item)));
  return plans.filter((plan) => plan !== undefined);
}

async function planItem(client: ApiClient, item: ItemSummary): Promise<Plan | undefined> {
  let answers: GivenAnswer[] = [];
  for (;;) {
    const result = await client.call(evaluateGuidance, { params: { itemId: item.id }, body: { answers } });
    const option = result.nextQuestion?.options[0];
    if (!result.complete && result.nextQuestion && option) {
      answers = [...result.answers, { question: result.nextQuestion.key, option: option.key }];
      continue;
    }
    if (!result.complete || result.situation?.refused !== false || result.formKey === null) return undefined;
    const form = await client.call(getSituationForm, { params: { versionId: result.versionId, formKey: result.formKey } });
    return { item, guidance: answers, answers: form.sampleData ?? {} };
  }
}

/** Takes an application one or more steps on, up to the receipt. May be called again after any interruption. */
export async function apply(client: ApiClient, application: Application): Promise<void> {
  const { plan, key } = application;
  const draft = application.draftId === undefined
    ? await client.call(createDraft, { body: { itemId: plan.item.id, guidance: [...plan.guidance] } }, { idempotencyKey: key })
    : await client.call(getDraft, { params: { draftId: application.draftId } });
  application.draftId = draft.id;
  const revision = draft.caseId === null ? await fillIn(client, plan, draft) : draft.revision;
  const receipt = await client.call(submitDraft, { params: { draftId: draft.id }, body: { revision, declared: true } });
  application.caseId = receipt.caseId;
  application.number = receipt.number;
}

async function fillIn(client: ApiClient, plan: Plan, draft: Draft): Promise<number> {
  const materials: MaterialEntry[] = [];
  for (const slot of draft.materials) {
    if (!slot.required || slot.material.formKey !== undefined) continue;
    const [licence] = slot.licences;
    if (licence) materials.push({ key: slot.material.key, fileIds: [], licenceId: licence.id, licenceConsent: true });
    else materials.push({ key: slot.material.key, fileIds: [slot.files[0]?.id ?? await upload(client)] });
  }
  const answers = { ...plan.answers, ...draft.answers };
  const saved = await client.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials } });
  if (saved.issues.length > 0) throw new Error(`${plan.item.name}: the sample is not accepted: ${JSON.stringify(saved.issues)}`);
  return saved.revision;
}

async function upload(client: ApiClient): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([SAMPLE_PDF], { type: 'application/pdf' }), '材料.pdf');
  return (await client.upload(uploadFile, {}, form)).id;
}

/** The smallest file that is a PDF with one page. */
const SAMPLE_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000053 00000 n 
0000000103 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
163
%%EOF
`;
