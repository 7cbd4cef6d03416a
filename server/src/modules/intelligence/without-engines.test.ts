import { expect, it } from 'vitest';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { checkWording, listEngines, listPushes, suggestMeant } from './contract.ts';
import { pushCaseFigures } from './jobs/push-jobs.ts';

const city = useTestCity();

it('什么都没有接入时平台照常：按字面推荐，不推送，说明没有接入 (DEC-09)', async () => {
  const keeper = await city().itemAdministrator();
  const { items } = await keeper.http.call(listEngines, {});
  expect(items.filter(({ kind }) => kind !== 'ocr').map(({ kind, state, variable }) => [kind, state, variable])).toEqual([['nlp', 'none', 'NLP_ENGINE_URL'], ['city-brain', 'none', 'CITY_BRAIN_URL']]);
  expect(await keeper.http.call(suggestMeant, { query: { q: '城市道路要挖开' } })).toMatchObject({ by: 'built-in', items: expect.arrayContaining([expect.objectContaining({ itemId: city().itemId('road-excavation') })]) });
  expect(await refusalOf(keeper.http.call(checkWording, { body: { text: '尽快' } }))).toMatchObject({ status: 503, code: 'intelligence.no-engine', detail: expect.stringContaining('NLP_ENGINE_URL') });
  await pushCaseFigures(city().system());
  expect((await keeper.http.call(listPushes, { query: {} })).items).toEqual([]);
});
