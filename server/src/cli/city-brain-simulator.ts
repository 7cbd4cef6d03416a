import { runSimulator } from '../kernel/engines/index.ts';
import { createCityBrainSimulator } from '../modules/intelligence/index.ts';

/** `node scripts/run.mjs city-brain-simulator [--port 8093]`: a city brain that shows what it took. */
void runSimulator({ name: '城市大脑模拟器', port: '8093', hint: '以 CITY_BRAIN_URL 指向它；GET /taken 查看收到的数据', make: () => createCityBrainSimulator().server });
