import { openCommandDatabase } from '../boot.ts';
import { createPlatform } from '../app.ts';
import { systemActor } from '../kernel/access/index.ts';
import { systemClock } from '../kernel/clock/index.ts';
import { loadConfig } from '../kernel/config/index.ts';
import { systemContext } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';
import { seedRegions } from '../kernel/organization/index.ts';
import { importItems, itemImporter, ListFileError, readItemList, type ImportReport } from '../modules/catalog/index.ts';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };

/** `npm run import:items -- FILE`: imports a list of service items into the database of this installation. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new ListFileError('用法：npm run import:items -- 文件.json');
  // The file is judged before a database is opened or started.
  const list = await readItemList(file);
  const config = loadConfig();
  const database = await openCommandDatabase(config);
  try {
    // A list may be the first thing an installation is given.
    await seedRegions(database.db);
    const { kernel } = createPlatform(config, database.db, systemClock);
    report(await importItems(systemContext(kernel, systemActor(itemImporter, '事项清单导入'), createId()), list));
  } finally {
    await database.close();
  }
}

function report({ summary, rejections, departments, findings }: ImportReport): void {
  for (const { number, code, name, reasons } of rejections) {
    print(`拒绝 第${number}行 编码“${code || '无'}” 名称“${name || '无'}”：${reasons.join('')}`);
  }
  print(`部门：新建 ${departments.created} 个，已有 ${departments.matched} 个。`);
  for (const [code, count] of [...findings].sort(([, one], [, other]) => other - one)) print(`待核对 ${code}：${count} 行。`);
  print(JSON.stringify(summary));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`导入没有进行：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
