import { checkMobile, checkPersonName } from '@tongban/identifiers';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { findRegion } from '../../../kernel/organization/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { findCaseByNumber } from '../../cases/index.ts';
import { findItemPlace, getPublishedItem } from '../../catalog/index.ts';
import type { MatterView, OwnMatter, RegisterInput, ReportInput } from '../contract.ts';
import { fail } from '../errors.ts';
import { matterRegistered, publishMatter } from '../events.ts';
import { readList } from '../lists.ts';
import { viewMatter } from '../queries/view-matter.ts';
import { viewOwnMatter } from '../queries/own-matters.ts';
import { contactColumns, reporterOf, type MatterRecord } from '../record.ts';
import type { StuckMattersTables } from '../tables.ts';
import { assignersOf, tellReporter, tellStaff } from '../tell.ts';
import { addStep } from './add-step.ts';
import { attachFiles } from './attach-files.ts';

/**
 * Reports what could not be done, by the citizen or company itself (STK-01); a linked case must be one's own.
 * @throws stuck-matters.bad-contact, .unknown-reason, .case-not-found, .item-not-found, .unknown-region, .region-needed, files.not-yours
 */
export async function reportMatter(ctx: Context, input: ReportInput): Promise<OwnMatter> {
  const reporter = reporterOf(ctx);
  const id = await addMatter(ctx, input, { channel: 'portal', kind: reporter.kind, reporterId: reporter.id, name: reporter.name, mobile: mobileOf(input.mobile) });
  return viewOwnMatter(ctx, id);
}

/** Writes down what somebody tells at the window or on the phone, with name and mobile (STK-01). @throws as `reportMatter` */
export async function registerMatter(ctx: Context, input: RegisterInput): Promise<MatterView> {
  requireStaff(ctx);
  const name = checkPersonName(input.name);
  if (!name.ok) throw fail('stuck-matters.bad-contact', { problem: name.message.replace(/。$/, '') });
  const id = await addMatter(ctx, input, { channel: input.channel, kind: 'caller', reporterId: null, name: name.normalized, mobile: mobileOf(input.mobile) });
  return viewMatter(ctx, id);
}

interface Reporter { channel: MatterRecord['channel']; kind: MatterRecord['reporterKind']; reporterId: string | null; name: string; mobile: string }

function mobileOf(text: string): string {
  const mobile = checkMobile(text);
  if (!mobile.ok) throw fail('stuck-matters.bad-contact', { problem: mobile.message.replace(/。$/, '') });
  return mobile.normalized;
}

async function addMatter(ctx: Context, input: ReportInput, reporter: Reporter): Promise<string> {
  if (!(await readList(ctx.kernel, 'reason')).some(({ code, active }) => active && code === input.reasonCode)) throw fail('stuck-matters.unknown-reason');
  const subject = await subjectOf(ctx, input);
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const number = `FY-${chinaDate(now).slice(0, 4)}-${String(await nextNumber(ctx.kernel, 'stuck_matters.matter_serial')).padStart(6, '0')}`;
  const row = {
    id, number, version: 1, state: 'registered' as const, round: 1, channel: reporter.channel, reporterKind: reporter.kind, reporterId: reporter.reporterId, ...contactColumns(ctx, id, reporter),
    content: input.content.trim(), reasonCode: input.reasonCode, ...subject, organizationId: null, organizationName: null, organizationPath: '', officerId: null, officerName: null, companionId: null,
    companionName: null, directorOn: null, clockId: null, limitDays: null, dueOn: null, level: 'normal' as const, answerText: null, answeredAt: null, inTime: null, causeCode: null, causeText: null,
    causeElement: null, findingId: null, wordUntil: null, word: null, wordText: null, wordBy: null, rejection: null, urgedOn: null, registeredById: ctx.actor.id,
    registeredByName: ctx.actor.kind === 'person' ? '反映人' : ctx.actor.name, registeredAt: now, finishedAt: null,
  };
  const batch = new WriteBatch();
  writesFor<StuckMattersTables>(batch).insert('stuckMatters.matter', row);
  addStep(ctx, batch, id, 'register', '', { channel: reporter.channel, ...await attachFiles(ctx, batch, id, input.fileIds) });
  publishMatter(ctx, batch, matterRegistered, row, 'register', 'registered');
  recordAudit(ctx, batch, { action: 'stuck-matters.register-matter', objectType: 'stuck-matter', objectId: id, detail: { number, channel: reporter.channel, reasonCode: input.reasonCode, files: input.fileIds?.length ?? 0 } });
  await tellReporter(ctx, batch, row, { key: 'received', dedupe: '1' });
  await tellStaff(ctx, batch, row, await assignersOf(ctx, row), { key: 'registered', dedupe: '1' });
  await commit(ctx, batch);
  return id;
}

type Subject = Pick<MatterRecord, 'caseId' | 'caseNumber' | 'itemId' | 'itemName' | 'concernedId' | 'concernedName' | 'regionCode'>;

/** What a report is about: a case tells item, department and region, an item alone department and region. */
async function subjectOf(ctx: Context, { caseNumber, itemId, regionCode }: ReportInput): Promise<Subject> {
  const number = caseNumber?.trim() ?? '';
  if (number !== '') {
    const record = await findCaseByNumber(ctx, number);
    if (!record) throw fail('stuck-matters.case-not-found', { number });
    return {
      caseId: record.id, caseNumber: record.number, itemId: record.itemId, itemName: record.itemName, concernedId: record.organizationId, concernedName: record.organizationName,
      regionCode: record.regionCode.padEnd(12, '0'),
    };
  }
  const nothing = { caseId: null, caseNumber: null, itemId: null, itemName: null, concernedId: null, concernedName: null };
  if (itemId === undefined) return { ...nothing, regionCode: await regionOf(ctx, regionCode) };
  const place = await findItemPlace(ctx, itemId);
  if (!place) throw fail('stuck-matters.item-not-found');
  const { elements } = await getPublishedItem(ctx, itemId).catch(() => { throw fail('stuck-matters.item-not-found'); });
  return { ...nothing, itemId, itemName: elements.name, concernedId: elements.organizationId, concernedName: elements.departmentName, regionCode: place.regionCode.padEnd(12, '0') };
}

/** The region that was told, that of the clerk, or the one the whole installation serves. */
async function regionOf(ctx: Context, told: string | undefined): Promise<string> {
  if (told !== undefined && !await findRegion(ctx, told)) throw fail('stuck-matters.unknown-region');
  const code = told ?? (ctx.actor.kind === 'staff' ? ctx.actor.regionCode : await servedRegion(ctx));
  if (code === undefined) throw fail('stuck-matters.region-needed');
  return code.padEnd(12, '0');
}

async function servedRegion(ctx: Context): Promise<string | undefined> {
  const root = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select('regionCode').where('parentId', 'is', null).where('validTo', 'is', null)
    .orderBy('regionCode').limit(1).executeTakeFirst();
  return root?.regionCode;
}
