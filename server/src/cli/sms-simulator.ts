import { systemClock } from '../kernel/clock/index.ts';
import { runSimulator } from '../kernel/engines/index.ts';
import { createSmsSimulator } from '../kernel/messaging/simulator/sms-simulator.ts';

/** `node scripts/run.mjs sms-simulator [--port 8090] [--file sent.jsonl]`: an SMS gateway that stores what was sent. */
void runSimulator({
  name: '短信模拟网关', port: '8090', options: ['file'], hint: '以 SMS_GATEWAY_URL 指向它；GET /messages 查看已发短信',
  make: ({ file }) => createSmsSimulator({ ...(file === undefined ? {} : { file }), now: () => systemClock.now() }),
});
