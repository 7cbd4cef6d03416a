import { buildServer } from './build-server.mjs';
import { buildWeb } from './build-web.mjs';
import { reportStep } from './report-step.mjs';

/** Builds the server and the front-ends, or the one of them that is named, each only when its sources changed. */
export async function buildAll(only) {
  let built = [];
  const name = { toString: () => `构建（${built.length === 0 ? '无变化' : built.join('、')}）` };
  await reportStep(name, async () => {
    const [server, web] = await Promise.all([only !== 'web' && buildServer(), only === 'server' ? [] : buildWeb()]);
    built = [...(server ? ['server'] : []), ...web];
  });
}
