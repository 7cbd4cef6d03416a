import { sql } from 'kysely';
import { defineModule, handle } from '../module/index.ts';
import { followLive } from './contract.ts';
import { follow } from './follow.ts';
import { liveMigrations } from './migrations.ts';

export { liveFeed } from './feed.ts';
export { fail as failLive } from './errors.ts';
export { useLiveTopics } from './topic.ts';
export type { LiveTopic } from './topic.ts';

/** Tells pages of changes as they happen (HAL-02, WFL-02). */
export const liveModule = defineModule({
  name: 'live', uses: [], migrations: liveMigrations,
  routes: [handle(followLive, (ctx, { query }) => follow(ctx, query.topics))],
  jobs: [{
    name: 'live.forget-changes', label: '清除已经推送的变化', cron: '* * * * *',
    handle: async ({ kernel }) => { await sql`DELETE FROM live.change WHERE at < clock_timestamp() - interval '1 minute'`.execute(kernel.db.builder); },
  }],
});
