import type { BodyOf } from '@tongban/contract-kit';
import { maskName, maskNumbersIn } from '@tongban/identifiers';
import { holds, requireStaff } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { renderDocument, SAMPLE_DATA, type DocumentData, type DocumentValue } from '../../../kernel/documents/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { judgeTemplate, refuseFaults, sampleData } from '../../templates/index.ts';
import { agentForNotices } from '../agent.ts';
import { readApplicationData } from '../application-data.ts';
import type { previewNotice as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { issuerOf, readOffices } from '../offices.ts';
import { listNotices } from '../queries/case-parts.ts';
import { isWithinOffice, maySee, unsafeFindCase, type CaseRecord } from '../record.ts';
import { progressUrl } from './issue-notice.ts';

const permission = 'cases.notice.preview';
const readFull = 'cases.case.read-full';

/**
 * Makes the PDF of a template with a real case, unsealed: from the document of the kind that the case has, else from sample
 * data with what is known of the case. Personal data is masked; whoever may read it in full gives a purpose, which is
 * recorded (design invariant 9). @throws cases.not-found, kernel.forbidden, templates.not-shown and the refusals of rendering
 */
export async function previewNotice(ctx: Context, caseId: string, { content, purpose }: BodyOf<typeof operation>): Promise<Buffer> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record || !isWithinOffice(ctx, requireStaff(ctx), record, permission)) throw fail('cases.not-found');
  const reveal = purpose !== undefined && purpose.trim() !== '';
  if (reveal && !(holds(ctx.actor, readFull) && maySee(ctx, record))) throw kernelFail('kernel.forbidden', { permission: readFull });
  const { problems, application } = await judgeTemplate(ctx, content, record.itemId);
  refuseFaults(problems);
  const notice = (await listNotices(ctx, caseId)).findLast(({ kind }) => kind === content.code);
  const data = notice ? notice.data as DocumentData : await draftData(ctx, record, sampleData(application));
  const answers = await readApplicationData(ctx, record, Number(data['answersRound'] ?? record.state.round), { masked: !reveal });
  await recordAuditNow(ctx, { action: 'cases.preview-notice', objectType: 'case', objectId: caseId, purpose: reveal ? purpose.trim() : '预览文书模板', detail: { kind: content.code, full: reveal } });
  const whole = { ...data, application: answers };
  return renderDocument(content, reveal ? whole : maskData(whole, record), { createdAt: ctx.kernel.clock.now(), watermark: '预览' });
}

/** Sample data with what is known of a case that has no document of the kind yet. */
async function draftData(ctx: Context, record: CaseRecord, sample: DocumentData): Promise<DocumentData> {
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const issuer = issuerOf(elements, await readOffices(ctx));
  return {
    ...sampleOf(sample, record), organization: issuer.organizationName, documentNumber: '（编号待定）', applicant: { name: record.applicantName }, holder: { ...asData(SAMPLE_DATA['holder']), name: record.applicantName },
    itemName: record.itemName, caseNumber: record.number, issuedOn: chinaDate(ctx.kernel.clock.now()), submittedOn: record.state.submittedOn, submittedAt: record.submittedAt.toISOString(),
    ...(record.state.acceptedOn === null ? {} : { acceptedOn: record.state.acceptedOn }), progressUrl: progressUrl(ctx, record.number),
    contact: { name: issuer.contactName, phone: issuer.contactPhone }, remedies: issuer.remedies,
  };
}

/** The sample without an agent where the case has none. */
function sampleOf({ agent: _sample, ...sample }: DocumentData, record: CaseRecord): DocumentData {
  return { ...sample, ...agentForNotices(record) };
}

function asData(value: DocumentValue): DocumentData {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as DocumentData : {};
}

/** The data with names of persons, numbers of documents and mobiles masked, wherever they were written. */
function maskData(data: DocumentData, record: CaseRecord): DocumentData {
  const receiver = asData(data['recipient'])['name'];
  const names = [...(record.applicantKind === 'person' ? [record.applicantName] : []), ...(record.filerKind === 'clerk' ? [] : [record.filerName]), ...(record.agent ? [record.agent.name] : []), ...(typeof receiver === 'string' ? [receiver] : [])].filter((name) => name.length > 1);
  const maskText = (text: string): string => maskNumbersIn(names.reduce((masked, name) => masked.replaceAll(name, maskName(name)), text));
  const mask = (value: DocumentValue): DocumentValue => {
    if (typeof value === 'string') return maskText(value);
    if (Array.isArray(value)) return value.map((row: DocumentData) => maskRow(row));
    return typeof value === 'object' && value !== null ? maskRow(value as DocumentData) : value;
  };
  const maskRow = (row: DocumentData): DocumentData => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, mask(value)]));
  return maskRow(data);
}
