import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../kernel/clock/index.ts';
import { loadConfig } from '../kernel/config/index.ts';
import { runSimulator } from '../kernel/engines/index.ts';
import { createSelfBuiltSimulator, simulatorKeyFile } from '../modules/self-built/index.ts';

/**
 * `node scripts/run.mjs self-built-simulator [--port 8097] [--platform URL] [--key-file FILE]`: the real estate registration of the
 * demonstration city; the seed leaves its key in the data folder.
 */
void runSimulator({
  name: '不动产登记系统模拟器', port: '8097', options: ['platform', 'key-file'], hint: '从平台的办件页面跳转进入；POST /switches 演练停机',
  make: async ({ platform, 'key-file': file = join(loadConfig().dataDir, simulatorKeyFile) }) => {
    const key = JSON.parse(await readFile(file, 'utf8')) as { keyId: string; secret: string };
    return createSelfBuiltSimulator({ name: '不动产登记系统', platform: () => platform ?? loadConfig().publicUrl, key: () => key, now: () => systemClock.now() }).server;
  },
});
