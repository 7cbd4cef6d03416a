import { runSimulator } from '../kernel/engines/index.ts';
import { createMailSimulator } from '../modules/collection/index.ts';

/** `node scripts/run.mjs mail-simulator [--port 8095]`: a mail service that registers parcels and tells where they are. */
void runSimulator({ name: '邮寄服务模拟器', port: '8095', hint: '以 MAIL_SERVICE_URL 指向它；POST /events 让包裹往前走', make: () => createMailSimulator().server });
