import { afterEach, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { advanceWatchJob } from './advance-watch.ts';

const server = useTestServer({ now: '2026-11-24T10:00:10+08:00' });

async function watchUntil(seconds: number): Promise<void> {
  const [caseId, at] = [createId(), new Date(server().clock.now().getTime() + seconds * 1_000)];
  await server().database.db.pool.query(`
    INSERT INTO supervision.watched_case (case_id, number, item_name, organization_id, organization_name, organization_path, region_code, applicant_name, state, level, submitted_at, case_version)
    VALUES ($1::uuid, $1::uuid::text, '事项', $1::uuid, '一局', '/', '511602000000', '张*', 'running', 'normal', now(), 1)`, [caseId]);
  await server().database.db.pool.query('INSERT INTO supervision.next_look (case_id, at) VALUES ($1, $2)', [caseId, at]);
}

/** Seconds until the next look that is not the minutely one. */
async function nextLook(): Promise<number[]> {
  await advanceWatchJob.handle(systemContext(server().kernel, systemActor(advanceWatchJob.name), createId()), {});
  const { rows } = await server().database.db.pool.query<{ seconds: number }>(`SELECT extract(epoch FROM run_at - now())::float8 AS seconds FROM graphile_worker.jobs WHERE key = 'supervision.advance.again'`);
  return rows.map(({ seconds }) => seconds);
}

describe('到点的办件在一分钟之内判定 (SUP-01)', () => {
  afterEach(async () => { await server().database.db.pool.query(`DELETE FROM supervision.watched_case; DELETE FROM graphile_worker._private_jobs`); });

  it('下一分钟开始之前就到点的，到点时再看一次', async () => {
    await watchUntil(30);
    await watchUntil(7_200);
    const [seconds, ...more] = await nextLook();
    expect(more).toEqual([]);
    expect(seconds).toBeGreaterThan(25);
    expect(seconds).toBeLessThanOrEqual(30);
  });

  it('接连到点的，隔五秒一起判定，不逐件去看', async () => {
    await watchUntil(1);
    await watchUntil(2);
    const [seconds] = await nextLook();
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThanOrEqual(5);
  });

  it('一分钟内没有到点的，不再多看', async () => {
    await watchUntil(61);
    expect(await nextLook()).toEqual([]);
  });
});
