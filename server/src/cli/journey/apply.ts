import { randomUUID } from 'node:crypto';
import type { Participant } from './people.ts';
import { uploadFile } from '../../kernel/files/contract.ts';
import { searchItems } from '../../modules/catalog/contract.ts';
import { evaluateGuidance, getSituationForm, type GivenAnswer } from '../../modules/guidance/contract.ts';
import { createDraft, createWindowDraft, saveDraft, submitDraft, type Draft, type MaterialEntry, type Receipt } from '../../modules/intake/contract.ts';

/** What an application of a journey is about. */
export interface Application {
  /** Name of the item, as a person would search it. */
  item: string;
  /** Options to choose where the questions leave a choice, by question; the first one otherwise. */
  options?: Readonly<Record<string, string>>;
  /** Answers that differ from the filled sample of the form. */
  answers?: Readonly<Record<string, unknown>>;
  /** Use a licence the platform issued instead of uploading. */
  reuseLicences?: boolean;
}

async function findItem({ client }: Participant, name: string): Promise<string> {
  const { items } = await client.call(searchItems, { query: { q: name, onlineOnly: true } });
  const found = items.find((item) => item.name === name) ?? items[0];
  if (!found) throw new Error(`没有找到可以在线办理的事项“${name}”`);
  return found.id;
}

async function answerQuestions({ client }: Participant, itemId: string, options: Readonly<Record<string, string>>): Promise<GivenAnswer[]> {
  let answers: GivenAnswer[] = [];
  for (;;) {
    const result = await client.call(evaluateGuidance, { params: { itemId }, body: { answers } });
    const question = result.nextQuestion;
    if (!question) return result.answers;
    const option = options[question.key] ?? question.options[0]?.key ?? '';
    answers = [...result.answers, { question: question.key, option }];
  }
}

/** A small real PDF, made anew so that every upload differs. */
export function samplePdf(title: string): Blob {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];
  let text = `%PDF-1.4\n% ${title} ${randomUUID()}\n`;
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(text);
    text += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const start = Buffer.byteLength(text);
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return new Blob([`${text}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`], { type: 'application/pdf' });
}

/** Uploads a file and gives its id. */
export async function upload({ client }: Participant, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', samplePdf(name), `${name}.pdf`);
  return (await client.upload(uploadFile, {}, form)).id;
}

async function giveMaterials(applicant: Participant, draft: Draft, reuseLicences: boolean): Promise<MaterialEntry[]> {
  const entries: MaterialEntry[] = [];
  for (const { material, licences, required } of draft.materials) {
    const [licence] = reuseLicences ? licences : [];
    if (licence) entries.push({ key: material.key, fileIds: [], licenceId: licence.id, licenceConsent: true });
    else if (required) entries.push({ key: material.key, fileIds: [await upload(applicant, material.name)] });
  }
  return entries;
}

async function fillAndSubmit(filer: Participant, begun: Draft, application: Application): Promise<Receipt> {
  const { client } = filer;
  if (begun.itemVersionId === null) throw new Error('the application is for one item');
  const form = await client.call(getSituationForm, { params: { versionId: begun.itemVersionId, formKey: begun.formKey } });
  const answers = { ...form.sampleData, ...begun.answers, ...application.answers };
  const params = { draftId: begun.id };
  const materials = await giveMaterials(filer, begun, application.reuseLicences ?? false);
  const { revision } = await client.call(saveDraft, { params, body: { revision: begun.revision, answers, materials } });
  return client.call(submitDraft, { params, body: { revision, declared: true, delivery: { method: 'electronic' } } });
}

/** Applies online as a person would: search, questions, form, materials, submit. */
export async function applyOnline(applicant: Participant, application: Application): Promise<Receipt> {
  const itemId = await findItem(applicant, application.item);
  const guidance = await answerQuestions(applicant, itemId, application.options ?? {});
  const draft = await applicant.client.call(createDraft, { body: { itemId, guidance } }, { idempotencyKey: randomUUID() });
  return fillAndSubmit(applicant, draft, application);
}

/** A clerk registers for the person at the counter. */
export async function applyAtWindow(
  clerk: Participant, application: Application, person: { name: string; documentType: string; documentNumber: string; mobile: string },
): Promise<Receipt> {
  const itemId = await findItem(clerk, application.item);
  const guidance = await answerQuestions(clerk, itemId, application.options ?? {});
  const draft = await clerk.client.call(createWindowDraft, { body: { itemId, guidance, applicant: { kind: 'person', ...person } } }, { idempotencyKey: randomUUID() });
  return fillAndSubmit(clerk, draft, application);
}
