import { parseArgs } from 'node:util';
import { createPlatform } from '../app.ts';
import { openCommandDatabase } from '../boot.ts';
import { systemActor } from '../kernel/access/index.ts';
import { systemClock } from '../kernel/clock/index.ts';
import { loadConfig } from '../kernel/config/index.ts';
import { systemContext } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';
import { openFirstAdministrators } from '../kernel/identity/actions/open-first-administrators.ts';
import { AppError } from '../kernel/errors/index.ts';
import { seedRegions } from '../kernel/organization/index.ts';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };

/**
 * `node scripts/run.mjs open-administrators --organization 名称 --region 511602`: opens the three administrators of an
 * installation without demonstration data.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { organization: { type: 'string' }, region: { type: 'string' } } });
  if (!values.organization || !/^\d{6}(\d{3}){0,2}$/.test(values.region ?? '')) throw new Error('用法：open-administrators --organization 机构全称 --region 六位行政区划代码');
  const config = loadConfig();
  const database = await openCommandDatabase(config);
  try {
    const { kernel } = createPlatform(config, database.db, systemClock);
    await seedRegions(database.db, values.region?.slice(0, 2));
    const ctx = systemContext(kernel, systemActor('open-administrators', '安装'), createId());
    const opened = await openFirstAdministrators(ctx, { organization: values.organization, regionCode: values.region ?? '' });
    for (const { accountName, name, initialPassword } of opened) print(`${name}  账号 ${accountName}  初始密码 ${initialPassword}`);
    print('请分别交给三位人员；首次登录须修改密码并绑定动态口令。');
  } finally {
    await database.close();
  }
}

/** What an operator reads of a failure. */
function explain(error: unknown): string {
  if (error instanceof AppError) return `${error.title}。${error.detail ?? ''}`;
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`没有开通：${explain(error)}\n`);
  process.exitCode = 1;
});
