import { parseArgs } from 'node:util';
import { systemClock } from '../kernel/clock/index.ts';
import { createSmsSimulator } from '../kernel/messaging/simulator/sms-simulator.ts';

/** `node scripts/run.mjs sms-simulator [--port 8090] [--file sent.jsonl]`: an SMS gateway that stores what was sent. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' }, host: { type: 'string', default: '127.0.0.1' }, file: { type: 'string' } } });
  const server = await createSmsSimulator({ ...(values.file === undefined ? {} : { file: values.file }), now: () => systemClock.now() });
  server.listen(Number(values.port), values.host, () => {
    process.stdout.write(`短信模拟网关已启动：http://${values.host}:${values.port}（以 SMS_GATEWAY_URL 指向它；GET /messages 查看已发短信）\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { server.close(); server.closeAllConnections(); });
}

main().catch((error: unknown) => {
  process.stderr.write(`短信模拟网关没有启动：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
