import { parseArgs } from 'node:util';
import { createPlatform } from '../app.ts';
import { openCommandDatabase } from '../boot.ts';
import { systemActor } from '../kernel/access/index.ts';
import { systemClock } from '../kernel/clock/index.ts';
import { loadConfig } from '../kernel/config/index.ts';
import { systemContext } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';
import { AppError } from '../kernel/errors/index.ts';
import { resetAdministrator } from '../kernel/identity/actions/reset-administrator.ts';

/**
 * `node scripts/run.mjs reset-administrator --account security.admin`: a new initial password for one of the three
 * administrators, whose sign-in no other administrator may reset. Needs the server, its database and its master key.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { account: { type: 'string' } } });
  if (!values.account) throw new Error('用法：reset-administrator --account 账号名');
  const config = loadConfig();
  const database = await openCommandDatabase(config);
  try {
    const { kernel } = createPlatform(config, database.db, systemClock);
    const ctx = systemContext(kernel, systemActor('reset-administrator', '服务器命令行'), createId());
    const { accountName, name, initialPassword } = await resetAdministrator(ctx, values.account);
    process.stdout.write(`${name}  账号 ${accountName}  初始密码 ${initialPassword}\n请由两人在场当面交给本人；首次登录须修改密码并绑定动态口令。这次重置已记入审计日志。\n`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  const told = error instanceof AppError ? `${error.title}。${error.detail ?? ''}` : error instanceof Error ? error.message : String(error);
  process.stderr.write(`没有重置：${told}\n`);
  process.exitCode = 1;
});
