import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listSimulatedMessages } from '../../server/src/kernel/messaging/contract.ts';
import { applyOnline } from '../../server/src/cli/journey/apply.ts';
import { signInCitizen } from './citizen.ts';
import { choose } from './items-desk.ts';
import { look } from './look-at.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';
import { clientOf, takeSeats } from './staff.ts';

const item = '80周岁以上老年人高龄津贴申领';
const name = '王秀兰';
const [address, shown] = ['wang.xiulan@example.cn', /^w\S*@example\.cn$/];

let browser: Browser;
let citizen: Visitor;
let page: Page;
const { officer, faults } = takeSeats(() => browser);

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await welcome(browser, 'phone');
  page = citizen.page;
});
afterAll(seeOff);
afterEach(async () => { expect([...citizen.faults, ...await faults()]).toEqual([]); });

const dialog = (): Locator => page.getByRole('dialog', { name: '绑定邮箱' });
const wayOf = (group: string, way: string): Locator => page.getByRole('group', { name: `${group}：通知方式` }).getByLabel(way, { exact: true });

/** The two parts of a time of day, by the name of the field. */
const partsOf = (field: string): readonly [hour: Locator, minute: Locator] => {
  const group = page.getByRole('group', { name: field });
  return [group.getByLabel('时', { exact: true }), group.getByLabel('分', { exact: true })];
};

async function chooseTime(field: string, time: string): Promise<void> {
  const values = time.split(':');
  for (const [index, part] of partsOf(field).entries()) await part.selectOption(values[index] ?? '');
}

async function timeOf(field: string): Promise<string> {
  return (await Promise.all(partsOf(field).map((part) => part.inputValue()))).join(':');
}

/** The code in the latest e-mail that the simulated gateway sent to an address. */
async function mailedCode(): Promise<string> {
  const { client } = await officer('system.admin');
  const find = async (): Promise<string> => {
    const { items } = await client.call(listSimulatedMessages, { query: { channel: 'email', to: address } });
    return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? '';
  };
  await expect.poll(find, { timeout: 15_000 }).toMatch(/^\d{6}$/);
  return await find();
}

describe('消息提醒：绑定、免打扰、逐类选择，记录里看得到 (MSG-02)', () => {
  test('绑定邮箱：没填、填错都说明；凭邮件里的绑定码绑上，地址隐去部分', async () => {
    await citizen.visit('/sign-in');
    await signInCitizen(page, name);
    await citizen.visit('/space/account');
    await page.getByRole('button', { name: '绑定邮件', exact: true }).click();
    await dialog().getByRole('button', { name: '保存', exact: true }).click();
    await dialog().getByText('请填写 6 位绑定码。').waitFor();
    await dialog().getByRole('button', { name: '发送绑定码', exact: true }).click();
    await dialog().getByText('请先填好邮箱地址。').waitFor();
    await dialog().getByLabel('邮箱地址').fill('wang.xiulan');
    await dialog().getByRole('button', { name: '发送绑定码', exact: true }).click();
    await dialog().getByText(/邮箱地址不正确/).waitFor();
    citizen.pardon(/status of 400/);
    await look(citizen, 'message-bind-mistakes');
    await dialog().getByLabel('邮箱地址').fill(address);
    await dialog().getByRole('button', { name: '发送绑定码', exact: true }).click();
    await dialog().getByText('绑定码已发送，请查看邮箱。').waitFor();
    const code = await mailedCode();
    await dialog().getByLabel('绑定码', { exact: true }).fill(code === '000000' ? '000001' : '000000');
    await dialog().getByRole('button', { name: '保存', exact: true }).click();
    await dialog().getByText('绑定码不正确或已过期').waitFor();
    citizen.pardon(/status of 422/);
    await dialog().getByLabel('绑定码', { exact: true }).fill(code);
    await look(citizen, 'message-bind-code');
    await dialog().getByRole('button', { name: '保存', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('list', { name: '通知方式' }).getByText(shown).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(address);
  });

  test('免打扰：起止相同说明原因，改好保存，再打开还在', async () => {
    await chooseTime('开始时间', '08:00');
    await chooseTime('结束时间', '08:00');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('免打扰的开始和结束不能相同').waitFor();
    citizen.pardon(/status of 400/);
    await look(citizen, 'message-quiet-mistake');
    await chooseTime('开始时间', '21:30');
    await chooseTime('结束时间', '07:30');
    await page.getByLabel('休息日、节假日全天不打扰').check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('免打扰已保存。').waitFor();
    await citizen.visit('/space/account');
    await expect.poll(async () => [await timeOf('开始时间'), await timeOf('结束时间')]).toEqual(['21:30', '07:30']);
    expect(await page.getByLabel('休息日、节假日全天不打扰').isChecked()).toBe(true);
  });

  test('办件进度关掉短信；须送达的一类不能全部去掉，说明为什么', async () => {
    await wayOf('办件进度', '短信').click();
    await expect.poll(() => wayOf('办件进度', '短信').isChecked()).toBe(false);
    await wayOf('账号安全', '短信').click();
    await page.getByText('“账号安全”类通知至少要留一个通道').waitFor();
    citizen.pardon(/status of 422/);
    await expect.poll(() => wayOf('账号安全', '短信').isChecked()).toBe(true);
    await look(citizen, 'message-preferences');
    await citizen.visit('/space/account');
    await wayOf('办件进度', '短信').waitFor();
    expect(await wayOf('办件进度', '短信').isChecked()).toBe(false);
  });

  test('之后的办件进度不发短信，站内照样收到；系统管理员的发送记录写明按偏好不发', async () => {
    const { number } = await applyOnline({ name, client: await clientOf(page) }, { item });
    const administrator = await officer('system.admin');
    await administrator.visit('/workbench/outbox?tab=deliveries&channel=sms');
    await administrator.page.getByRole('combobox', { name: '状态' }).click();
    await choose(administrator.page, '按偏好不发');
    const row = administrator.page.getByRole('table', { name: '发送记录' }).getByRole('row').filter({ hasText: '按偏好不发' }).filter({ hasText: '收到申请' }).first();
    await row.waitFor();
    expect(await row.innerText()).not.toContain(name);
    await row.click();
    const drawer = administrator.page.getByRole('dialog');
    await drawer.getByText(new RegExp(number)).first().waitFor();
    await look(administrator, 'message-suppressed');
    await citizen.visit('/space/messages');
    await page.getByText(new RegExp(number)).first().waitFor();
  });

  test('解除绑定后不再是可选的方式', async () => {
    await citizen.visit('/space/account');
    await page.getByRole('button', { name: '解除绑定：邮件', exact: true }).click();
    await page.getByText('已解除绑定。').waitFor();
    await page.getByRole('button', { name: '绑定邮件', exact: true }).waitFor();
    expect(await wayOf('办件进度', '邮件').count()).toBe(0);
  });
});
