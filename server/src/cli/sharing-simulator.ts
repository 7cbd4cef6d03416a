import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createSharingSimulator, type SimulatedRecord } from '../modules/data-elements/index.ts';

/** `node scripts/run.mjs sharing-simulator [--port 8092] [--records FILE]`: a data-sharing platform that knows the records of a JSON file. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8092' }, host: { type: 'string', default: '127.0.0.1' }, records: { type: 'string' } } });
  const records = values.records === undefined ? [] : JSON.parse(await readFile(values.records, 'utf8')) as SimulatedRecord[];
  const server = createSharingSimulator({ records: () => records, onAsked: ({ service, fields }) => process.stdout.write(`查询 ${service}：${fields.join('、')}\n`) });
  server.listen(Number(values.port), values.host, () => {
    process.stdout.write(`数据共享模拟器已启动：http://${values.host}:${values.port}，有 ${records.length} 条记录（以 DATA_SHARING_URL 指向它）\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { server.close(); server.closeAllConnections(); });
}

main().catch((error: unknown) => {
  process.stderr.write(`数据共享模拟器没有启动：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
