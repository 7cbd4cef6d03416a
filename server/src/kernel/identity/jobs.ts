import type { JobDefinition } from '../jobs/index.ts';

const day = 86_400_000;

/** Audited facts live in the audit; what only served signing in is cleared away. */
export const identityJobs: readonly JobDefinition[] = [{
  name: 'identity.purge-expired', label: '清理过期的会话、验证码与登录步骤', cron: '40 3 * * *',
  handle: async ({ kernel }) => {
    const before = (days: number) => new Date(kernel.clock.now().getTime() - days * day);
    await kernel.db.pool.query('DELETE FROM identity.sign_in_challenge WHERE expires_at < $1', [before(1)]);
    await kernel.db.pool.query('DELETE FROM identity.verification_code WHERE expires_at < $1', [before(7)]);
    await kernel.db.pool.query('DELETE FROM identity.throttle WHERE window_start < $1', [before(2)]);
    await kernel.db.pool.query('DELETE FROM identity.sign_in_failure WHERE last_failed_at < $1', [before(30)]);
    await kernel.db.pool.query('DELETE FROM identity.session WHERE expires_at < $1', [before(30)]);
  },
}];
