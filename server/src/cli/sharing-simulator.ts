import { readFile } from 'node:fs/promises';
import { runSimulator } from '../kernel/engines/index.ts';
import { createSharingSimulator, type SimulatedRecord } from '../modules/data-elements/index.ts';

/** `node scripts/run.mjs sharing-simulator [--port 8092] [--records FILE]`: a data-sharing platform that knows the records of a JSON file. */
void runSimulator({
  name: '数据共享模拟器', port: '8092', options: ['records'], hint: '以 DATA_SHARING_URL 指向它；只知道 --records 文件里的记录',
  make: async ({ records }) => {
    const known = records === undefined ? [] : JSON.parse(await readFile(records, 'utf8')) as SimulatedRecord[];
    return createSharingSimulator({ records: () => known, onAsked: ({ service, fields }) => process.stdout.write(`查询 ${service}：${fields.join('、')}\n`) });
  },
});
