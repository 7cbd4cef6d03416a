import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { pdfOf } from './desk-cases.ts';
import { createDeviceDesk } from './device-desk.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { beginAllowance } from './registration-desk.ts';
import { seatOfficer, type Officer } from './staff.ts';

const elder = { name: '龙㛃', sex: '女', birthDate: '1942-05-27', number: fictitiousResidentId(731, '19420527') };

const desk = createDeviceDesk([elder]);
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

describe('窗口设备 (INT-02)：读证、高拍，坏了照样办', () => {
  test('在工作台启用本机设备；只收本机地址；状态一眼看得到', async () => {
    await clerk.visit('/workbench/registration');
    await button('窗口设备：未启用').click();
    await field('设备服务地址').fill('http://10.0.0.8:18600');
    await page.getByText('只能填写本机地址，例如 http://127.0.0.1:18600。').waitFor();
    await desk.connect(page);
    await button('窗口设备：设备正常').waitFor();
    await clerk.capture('window-devices-settings');
    await page.keyboard.press('Escape');
  });

  test('没放好证时说明，照证件也能填；放好后 Alt+R 读出申请人', async () => {
    await desk.rearrange({ card: null });
    await beginAllowance(clerk, 'self');
    await button(/读身份证/).waitFor();
    await page.keyboard.press('Alt+r');
    await page.getByText('没有放好身份证，请照证件手工填写。').waitFor();
    await clerk.capture('window-devices-no-card');
    clerk.pardon(/409/);
    await desk.rearrange({ card: elder.name });
    await page.keyboard.press('Alt+r');
    await page.getByText(`已读取${elder.name}的身份证`).waitFor();
    expect([await field('证件号码').inputValue(), await field('姓名').inputValue()]).toEqual([elder.number, elder.name]);
    await page.getByRole('img', { name: elder.name }).waitFor();
    // Nobody has registered a mobile for her yet: that is where the clerk goes on.
    await expect.poll(() => field('手机号码').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(fictitiousMobile(731));
    await clerk.capture('window-devices-card');
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
  });

  test('高拍两页：转正、调序，合成一个 PDF 附到材料上', async () => {
    await button('高拍仪 户口簿').click();
    const dialog = page.getByRole('dialog', { name: '高拍：户口簿' });
    await desk.rearrange({ page: ['户口簿首页', '户主 龙㛃'] });
    await dialog.getByRole('button', { name: '拍一页' }).click();
    await dialog.getByRole('button', { name: '第 1 页' }).waitFor();
    await desk.rearrange({ page: ['户口簿本人页'] });
    await dialog.getByRole('button', { name: '拍一页' }).click();
    await dialog.getByRole('button', { name: '第 2 页' }).waitFor();
    await dialog.getByRole('button', { name: '右转' }).click();
    await expect.poll(() => dialog.getByRole('img', { name: '第 2 页' }).getAttribute('data-turn')).toBe('90');
    await dialog.getByRole('button', { name: '前移' }).click();
    await dialog.getByRole('img', { name: '第 1 页' }).waitFor();
    await clerk.capture('window-devices-scan');
    await dialog.getByRole('button', { name: '完成，上传 2 页' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('#material-household-register .slot__done').waitFor();
    await page.locator('#material-household-register').getByRole('button', { name: '户口簿.pdf', exact: true }).waitFor();
    expect(clerk.faults).toEqual([]);
  });

  test('高拍仪坏了：当场说明，上传文件照样办；修好后自己恢复', async () => {
    await desk.rearrange({ states: { camera: 'offline' } });
    await button('高拍仪 老年人身份证明').click();
    const dialog = page.getByRole('dialog', { name: '高拍：老年人身份证明' });
    await dialog.getByRole('button', { name: '拍一页' }).click();
    await dialog.getByText('高拍仪没有应答，请上传文件，或者收取纸质件。').waitFor();
    await dialog.getByRole('button', { name: '放弃' }).click();
    await dialog.waitFor({ state: 'detached' });
    await button('窗口设备：高拍仪不能用').waitFor();
    await page.locator('#material-id-card').getByText('高拍仪没有应答，请上传文件，或者收取纸质件。').waitFor();
    await clerk.capture('window-devices-camera-away');
    await page.getByLabel('上传 老年人身份证明').setInputFiles(await pdfOf('身份证'));
    await button('身份证.pdf').first().waitFor();
    await desk.rearrange({ states: { camera: 'ready' } });
    await button('窗口设备：设备正常').waitFor({ timeout: 30_000 });
    clerk.pardon(/503/);
    expect(clerk.faults).toEqual([]);
  });

  test('整个设备服务停了：页面不等、不卡，照收纸质件；服务恢复后自己接上', async () => {
    await desk.stop();
    await button('窗口设备：设备服务没有应答').waitFor({ timeout: 30_000 });
    await page.locator('#material-household-register').getByRole('checkbox').check();
    await clerk.capture('window-devices-service-away');
    await desk.start();
    await button('窗口设备：设备正常').waitFor({ timeout: 30_000 });
    clerk.pardon(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    expect(clerk.faults).toEqual([]);
  });
});
