import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { publishEvent } from '../../events/index.ts';
import type { RuleVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { versionPublished } from '../events.ts';
import { judgeVersion } from '../judge-version.ts';
import { getVersionRecord, presentVersion } from '../queries/get-version.ts';
import type { RulesTables } from '../tables.ts';

const publish = 'rules.version.publish';

/**
 * Puts a draft in force; the version before it is superseded but stays for what was decided by it. Two people look at rules
 * that will decide cases: who changed them last does not publish them (DEC-02).
 * @throws rules.not-draft, rules.own-version, rules.not-ready with one issue per obstacle, rules.stale
 */
export async function publishVersion(ctx: Context, versionId: string, revision: number): Promise<RuleVersion> {
  const record = await getVersionRecord(ctx, versionId, publish);
  if (record.state !== 'draft') throw fail('rules.not-draft', { action: '发布' });
  if (record.updatedById === ctx.actor.id) throw fail('rules.own-version');
  // Judged is what was read, so that is what must still be there.
  if (record.revision !== revision) throw fail('rules.stale');
  const { obstacles } = await judgeVersion(record);
  if (obstacles.length > 0) throw fail('rules.not-ready', { count: obstacles.length }, { issues: obstacles.slice(0, 50).map((message) => ({ path: 'content', code: 'not-ready', message })) });
  const current = await tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').select('id').where('ruleSetId', '=', record.ruleSetId).where('state', '=', 'published').executeTakeFirst();
  const batch = new WriteBatch();
  const writes = writesFor<RulesTables>(batch);
  const stale = { expected: 1, otherwise: () => fail('rules.stale') };
  if (current) writes.update('rules.version', { state: 'superseded' }, { id: current.id, state: 'published' }, stale);
  writes.update('rules.version', { state: 'published', publishedAt: ctx.kernel.clock.now(), publishedByName: ctx.actor.name, revision: revision + 1 }, { id: versionId, revision, state: 'draft' }, stale);
  publishEvent(ctx, batch, {
    type: versionPublished, aggregateType: 'rule-set', aggregateId: record.ruleSetId, data: { versionId, number: record.number, code: record.code, supersededId: current?.id ?? null },
  });
  recordAudit(ctx, batch, { action: 'rules.publish-version', objectType: 'rule-version', objectId: versionId, detail: { code: record.code, number: record.number } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, publish));
}
