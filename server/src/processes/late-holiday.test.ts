import { expect, it } from 'vitest';
import { listMessages } from '../kernel/messaging/contract.ts';
import { applyAsElder } from '../testing/apply.ts';
import { announceHoliday } from '../testing/late-holiday.ts';
import { accept, look } from '../testing/office.ts';
import { useTestCity, type Signed } from '../testing/test-city.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

it('放假安排公布得晚：在办件的期限重算，申请人和手上有件的人被告知，别的部门不打扰；等候受理的期限也顺延 (SUP-01, MSG-02)', async () => {
  const { elder, receipt: { caseId, number } } = await applyAsElder(city());
  await accept(await city().officer('区民政局', 'window'), caseId);
  const { elder: another, receipt: waiting } = await applyAsElder(city());
  expect([(await look(elder, caseId)).clock.promisedDueOn, (await look(another, waiting.caseId)).acceptanceDueOn]).toEqual(['2026-11-09', '2026-11-09']);
  await announceHoliday(city(), '2026-11-05', '临时放假');
  expect([(await look(elder, caseId)).clock.promisedDueOn, (await look(another, waiting.caseId)).acceptanceDueOn]).toEqual(['2026-11-10', '2026-11-10']);
  const told = async (who: Signed): Promise<string[]> => (await who.http.call(listMessages, { query: {} })).items.filter(({ title }) => title.startsWith('办理期限变化')).map(({ body }) => body);
  expect(await told(elder)).toEqual([`因国家公布的放假安排，您的申请（编号 ${number}）的承诺办结日期由2026年11月9日变为2026年11月10日，工作日天数没有变。`]);
  expect(await told(await city().officer('区民政局', 'preliminary-review'))).toEqual([`因工作日历调整，办件 ${number} 的承诺办结日期由2026年11月9日变为2026年11月10日。`]);
  expect(await told(await city().officer('区住建局', 'window'))).toEqual([]);
  await announceHoliday(city(), '2026-12-31', '与本件无关的一天');
  expect(await told(elder)).toHaveLength(1);
});
