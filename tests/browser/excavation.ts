import type { Page } from 'playwright-core';
import { demoCompanies } from '../../server/src/seed/identity/demo-citizens.ts';
import { choose, dayFromNow, tick, typeInto, typeOrganization, typePeriod } from './fill-form.ts';

/** The item that the journeys of a road builder are about: two departments review it side by side. */
export const excavation = '挖掘城市道路审批';
/** What has to be handed in for an ordinary road of which a part of the lanes is taken. */
export const excavationMaterials = ['营业执照', '城市规划部门批准签发的文件', '挖掘工程设计文件', '施工组织方案', '道路交通组织方案'] as const;
export const roadBuilder = { name: demoCompanies[0]?.name ?? '', creditCode: demoCompanies[0]?.creditCode ?? '' };

/** Fills the application in, but for the telephone of the site and for who applies. */
export async function fillExcavation(page: Page, siteMobile: string): Promise<void> {
  await typeInto(page, '工程名称', '示范路供水管道改造工程');
  await choose(page, '挖掘事由', '供水管线');
  await typeInto(page, '规划批准文件文号', '建字第511602202600012号');
  await typeOrganization(page, '施工单位', roadBuilder.name, roadBuilder.creditCode);
  await typeInto(page, '现场负责人', '赵强');
  await typeInto(page, '现场负责人电话', siteMobile);
  await fillSegment(page);
  await page.getByRole('textbox', { name: /^最大开挖深度/ }).fill('1.8');
  await typePeriod(page, '计划施工期', dayFromNow(10), dayFromNow(28));
  await tick(page, '路面修复方式', '委托市政养护单位修复');
  await tick(page, '对通行的影响', '占用部分车道');
  await typeInto(page, '交通疏导措施', '夜间22时至次日6时施工，保留双向各一条车道。');
  await tick(page, '开挖范围内是否有地下管线', '有');
  await typeInto(page, '保护措施', '开挖前人工探沟，燃气管线两侧1米内人工开挖。');
  await page.getByLabel(/对申请材料实质内容的真实性负责/).check();
}

/** The stretch of road: a card on a phone, a row of a table where there is room. */
async function fillSegment(page: Page): Promise<void> {
  const [card, row] = [page.getByRole('group', { name: '路段 1' }), page.getByRole('region', { name: '挖掘路段' })];
  await card.or(row).first().waitFor();
  if (await card.count() > 0) {
    await tick(card, '部位', '非机动车道');
    await tick(card, '路面', '沥青');
  } else {
    await row.getByLabel('路段 1 部位').selectOption('非机动车道');
    await row.getByLabel('路段 1 路面').selectOption('沥青');
  }
  for (const [label, value] of [['道路名称及起止点', '示范路（1号至35号）'], ['长', '180'], ['宽', '1.2']] as const) await card.or(row).getByRole('textbox', { name: new RegExp(`^(路段 1 )?${label}`) }).fill(value);
}
