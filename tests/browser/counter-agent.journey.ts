import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { pdfOf } from './desk-cases.ts';
import { createDeviceDesk } from './device-desk.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { beginAllowance } from './registration-desk.ts';
import { seatOfficer, type Officer } from './staff.ts';

const elder = { name: '买买提·艾力', sex: '男', birthDate: '1940-03-12', number: fictitiousResidentId(741, '19400312') };
const niece = { name: '𠮷小芳', sex: '女', birthDate: '1985-06-01', number: fictitiousResidentId(742, '19850601') };

const desk = createDeviceDesk([elder, niece]);
let browser: Browser;
let clerk: Officer;
let page: Page;
beforeAll(async () => {
  await desk.start();
  browser = await openBrowser();
  clerk = await seatOfficer(browser, 'civil.window');
  page = clerk.page;
});
afterAll(async () => {
  await seeOff();
  await desk.stop();
});

const field = (label: string): Locator => page.getByLabel(label, { exact: true });
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const dialog = (): Locator => page.getByRole('dialog', { name: '登记代理人' });

describe('代理人到窗口代办 (INT-02, INT-03, IDN-03)', () => {
  test('申请人的证照常登记；草稿上方写着可以登记代理人', async () => {
    await clerk.visit('/workbench/registration');
    await desk.connect(page);
    await button('窗口设备：设备正常').waitFor();
    await page.keyboard.press('Escape');
    await beginAllowance(clerk, 'self');
    await page.keyboard.press('Alt+r');
    await page.getByText(`已读取${elder.name}的身份证`).waitFor();
    await expect.poll(() => field('手机号码').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(fictitiousMobile(741));
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
    await button('不是本人来办：登记代理人').waitFor();
  });

  test('放错了证、没有授权的当场说明；读代理人自己的证，核验委托书原件，一路回车登记', async () => {
    await page.keyboard.press('Alt+j');
    await dialog().waitFor();
    await expect.poll(() => field('代理人证件号码').evaluate((input) => input === document.activeElement)).toBe(true);
    await dialog().getByRole('button', { name: '读代理人的身份证' }).waitFor();
    await page.keyboard.press('Alt+r');
    await dialog().getByText(/平台已登记 199/).waitFor();
    await page.keyboard.press('Alt+s');
    await dialog().getByText('这是申请人本人的证件').waitFor();
    await clerk.capture('counter-agent-wrong-card');
    await desk.rearrange({ card: niece.name });
    await page.keyboard.press('Alt+r');
    await page.getByText(`已读取${niece.name}的身份证`).waitFor();
    await expect.poll(() => field('代理人手机号码').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(fictitiousMobile(742));
    await page.keyboard.press('Alt+s');
    await dialog().getByText('请说明凭什么代办').waitFor();
    await field('代理人手机号码').press('Enter');
    await expect.poll(() => field('已核验授权委托书原件').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await clerk.capture('counter-agent-form');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    const panel = page.getByRole('region', { name: '代理人' });
    await expect.poll(() => panel.innerText()).toContain(niece.name);
    expect(await panel.innerText()).toMatch(/读取身份证核验，已核验授权委托书原件/);
    expect(await panel.innerText()).not.toContain(niece.number);
    await clerk.capture('counter-agent-desk');
    clerk.pardon(/4(00|22)/);
    expect(clerk.faults).toEqual([]);
  });

  test('刷新后还在；改为本人办理又改回来，随填的都没有丢', async () => {
    await page.getByLabel('联系地址').fill('四川省广安市广安区示范镇和平村');
    await button('改为本人办理').click();
    await button('不是本人来办：登记代理人').waitFor();
    await page.keyboard.press('Alt+j');
    await field('代理人证件号码').fill(niece.number);
    await expect.poll(() => field('代理人姓名').inputValue()).toBe(niece.name);
    await page.getByLabel('上传授权委托书').setInputFiles(await pdfOf('授权委托书'));
    await dialog().getByRole('button', { name: '移除 授权委托书.pdf' }).waitFor();
    await dialog().getByText(/平台已登记 199/).waitFor();
    await page.keyboard.press('Alt+s');
    await dialog().waitFor({ state: 'detached' });
    await page.reload();
    await button('授权委托书.pdf').waitFor();
    expect(await page.getByLabel('联系地址').inputValue()).toBe('四川省广安市广安区示范镇和平村');
  });

  test('提交：回执写明代理人和授权', async () => {
    await page.getByLabel('与子女同住').check();
    await page.getByLabel('户籍所在地 县（市、区）').selectOption({ label: '广安区' });
    await page.getByLabel('开户银行').fill('示范农村商业银行');
    await page.getByLabel('社会保障卡银行账号').fill('6217000000000000000');
    await page.getByRole('checkbox', { name: /对申请材料实质内容的真实性负责/ }).check();
    for (const box of await page.locator('.slot').getByRole('checkbox').all()) await box.check();
    await page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }).check();
    await button('提交登记').click();
    await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
    await page.locator('iframe[title="申请回执"]').waitFor();
    await clerk.capture('counter-agent-receipt');
  });

  test('代理人在签名板上签收回执；送达回证写明谁签的；办件页看得到，签过的不再问 (INT-03, INT-08)', async () => {
    await page.keyboard.press('Alt+k');
    const signing = page.getByRole('dialog', { name: '文书签收' });
    await signing.getByRole('radio', { name: `${niece.name}（代理人）` }).waitFor();
    expect(await signing.getByRole('checkbox', { name: /申请回执/ }).isChecked()).toBe(true);
    await signing.getByRole('button', { name: '确认签收' }).click();
    await signing.getByText('请签收人签名。').waitFor();
    await signing.getByRole('button', { name: '用签名板签名' }).click();
    await signing.getByText('请签收人签名。').waitFor({ state: 'detached' });
    await clerk.capture('counter-agent-signing');
    await signing.getByRole('button', { name: '确认签收' }).click();
    await signing.waitFor({ state: 'detached' });
    await page.getByText('已全部签收').waitFor();
    await button(/现在受理|打开办件/).click();
    const receipts = page.getByRole('region', { name: '文书签收' });
    await receipts.getByText(`${niece.name}（代理人）`).waitFor();
    await receipts.getByRole('button', { name: '看签名' }).click();
    const picture = page.getByRole('img', { name: `${niece.name}的签名` });
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await clerk.capture('counter-agent-signature');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '办理过程' }).getByText(new RegExp(`《申请回执》.+${niece.name}（代理人）已签名签收`)).waitFor();
    await page.getByRole('button', { name: '送达回证' }).waitFor();
    expect(clerk.faults).toEqual([]);
  });

  test('办件页号码隐去，写明用途才完整显示', async () => {
    const card = page.getByRole('region', { name: '申请人' });
    await card.getByText(niece.name).waitFor();
    expect(await card.innerText()).not.toContain(niece.number);
    await clerk.capture('counter-agent-case');
    await card.getByRole('button', { name: '查看完整信息' }).click();
    await page.locator('#purpose').fill('核对代理人');
    await page.getByRole('dialog').locator('.ant-btn-primary').click();
    await card.getByText(niece.number).waitFor();
    await clerk.capture('counter-agent-full');
    expect(clerk.faults).toEqual([]);
  });
});
