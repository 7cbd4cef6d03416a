import type { Context } from '../../../kernel/context.ts';
import type { DomainEvent, Subscription } from '../../../kernel/events/index.ts';
import { caseEvents, isOver, type CaseEventData } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';

const endings: Readonly<Record<string, string>> = { refused: '不予受理', withdrawn: '申请人撤回', terminated: '终止办理' };

/** How a case ended, in words. */
export function endingOf(type: string, { status, outcome }: Pick<CaseEventData, 'status' | 'outcome'>): string {
  if (type === caseEvents['revoke-decision']) return '准予后撤销';
  return endings[status] ?? (outcome === 'denied' ? '不予许可' : '准予办结');
}

// A case that goes on after it was archived （撤销、重新送达、签收文书） waits for another edition; an older event changes nothing.
const statement = `
INSERT INTO archives.archive AS a (id, case_id, case_number, item_id, item_name, task_type, applicant_name, organization_id, organization_name, organization_path,
  region_code, ending, ended_at, state, case_version, edition, checks, faults, version)
SELECT $1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7, $8::uuid, $9, coalesce((SELECT path FROM organization.organization WHERE id = $8::uuid), '/'), $10, $11, $12::timestamptz,
  'waiting', $13::integer, 0, '[]', 0, 1
ON CONFLICT (case_id) DO UPDATE SET ending = CASE WHEN $14::boolean THEN a.ending ELSE excluded.ending END, state = 'waiting', case_version = excluded.case_version, version = a.version + 1
WHERE a.case_version < excluded.case_version`;

async function followCase(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  if (!isOver(data.status as Parameters<typeof isOver>[0])) return;
  const { elements } = await getPinnedVersion(ctx, data.itemVersionId);
  await ctx.kernel.db.pool.query({
    name: 'archives-follow-case', text: statement,
    values: [event.id, data.caseId, data.number, data.itemId, data.itemName, elements.taskType, data.applicantName, data.organizationId, data.organizationName, data.regionCode,
      endingOf(event.type, data), event.occurredAt, data.version, signing.has(event.type)],
  });
}

/** Signing for a paper ends nothing: how the case ended stays as it was. */
const signing: ReadonlySet<string> = new Set([caseEvents['sign-notices'], caseEvents['decline-notices']]);

const endingEvents = [...new Set([...signing, caseEvents.refuse, caseEvents.deliver, caseEvents.close, caseEvents.withdraw, caseEvents.terminate, caseEvents['revoke-decision'], caseEvents['deliver-again']])];

/** Every case that has ended is to be archived. */
export const archivesSubscriptions: readonly Subscription[] = [{ name: 'archives.follow-case', types: endingEvents, handle: followCase }];
