import { openConfiguredDatabase } from './boot.ts';
import { loadConfig } from './kernel/config/index.ts';
import { print, runProgram } from './run-program.ts';

/** Brings the database to this version's schema and ends; for installations that migrate before they start. */
runProgram(async () => {
  const database = await openConfiguredDatabase(loadConfig(), print);
  print(database.applied.length === 0 ? '数据库已是最新版本。' : `已应用 ${database.applied.length} 个迁移：${database.applied.join('、')}`);
  await database.close();
});
