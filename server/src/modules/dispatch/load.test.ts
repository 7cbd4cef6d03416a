import { expect, it } from 'vitest';
import { applyAsElder } from '../../testing/apply.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { addSupervisor, publishRules, recordsOf, rulesOver } from './testing/dispatching.ts';

const city = useTestCity({ now: '2026-11-23T09:30:00+08:00' });

it('按负荷分发：手上的件也算待办，够数以后由别的窗口支援 (DEC-07)', async () => {
  const supervisor = await addSupervisor(city());
  const [clerk, helper] = [await city().officer('区民政局', 'window'), await city().officer('区行政审批局', 'window')];
  await publishRules(city(), 'dispatch-acceptance-load', rulesOver('acceptance', '待办数', [
    ['< 2', ['null', 'null', 'null', '"待办最少"']], ['>= 2', ['"区行政审批局"', 'null', 'null', '"待办最少"']],
  ]), { inputs: { 待办数: 2 }, expected: { 去向: { 机构: '区行政审批局', 岗位: null, 人员: null, 分派: '待办最少' } } });
  const targets: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const { receipt } = await applyAsElder(city());
    targets.push(...(await recordsOf(supervisor, receipt.number)).map(({ target, handlerName }) => `${target} ${handlerName}`));
  }
  const own = `区民政局窗口受理岗（${clerk.name}） ${clerk.name}`;
  expect(targets).toEqual([own, own, `区行政审批局窗口受理岗（${helper.name}） ${helper.name}`]);
}, 60_000);
