import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exe } from '../../server/src/kernel/files/testing/samples.ts';
import { fictitiousMobile, fictitiousResidentId } from '../../server/src/kernel/identity/fictitious-numbers.ts';
import { pdfOf } from './desk-cases.ts';
import { openBrowser, seeOff } from './open-page.ts';
import { beginAllowance } from './registration-desk.ts';
import { seatOfficer, type Officer } from './staff.ts';

const elder = { number: fictitiousResidentId(701, '19410203'), name: '古丽·阿依夏木', mobile: fictitiousMobile(701) };

let browser: Browser;
let clerk: Officer;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await seatOfficer(browser, 'civil.window');
  page = clerk.page;
});
afterAll(seeOff);

const field = (label: string): Locator => page.getByLabel(label, { exact: true });
/** What stands below a field of the applicant once it is left. */
const toldBelow = (label: string): Locator => page.locator('.ant-form-item', { has: field(label) }).locator('.ant-form-item-explain');

async function tell(label: string, value: string): Promise<void> {
  await field(label).fill(value);
  await field(label).press('Tab');
}

describe('窗口登记：申请人的证件和姓名', () => {
  beforeAll(() => beginAllowance(clerk, 'relative'));
  const typo = `${elder.number.slice(0, 17)}${elder.number.endsWith('1') ? '2' : '1'}`;

  test.each([
    ['校验位不符', typo, '身份证号码校验不通过，请对照证件逐位核对后重新填写。'],
    ['15 位旧号码', '519999410203701', '15位旧身份证号码已停止使用，请填写第二代居民身份证上的18位号码。'],
    ['不存在的出生日期', '519999194102307010', '身份证号码第7至14位不是真实存在的日期，请对照证件核对出生年月日。'],
    ['少一位', elder.number.slice(0, 17), '身份证号码应为18位，当前为17位，请检查是否漏填或多填。'],
  ])('%s：说明哪里不对', async (_what, number, message) => {
    await tell('证件号码', number);
    await expect.poll(() => toldBelow('证件号码').innerText()).toBe(message);
  });

  test('小写 x 和空格可以接受，并从号码读出性别和出生日期', async () => {
    const withX = Array.from({ length: 40 }, (_one, serial) => fictitiousResidentId(serial, '19410203')).find((one) => one.endsWith('X')) ?? '';
    await tell('证件号码', `${withX.slice(0, 6)} ${withX.slice(6, 17)}x`);
    await expect.poll(() => toldBelow('证件号码').innerText()).toMatch(/^[男女]，1941年2月3日出生$/);
  });

  test.each([
    ['间隔号的各种写法', '古丽•阿依夏木'], ['扩展区汉字', '𠮷振邦'], ['生僻字', '龙㛃'], ['外文姓名', 'Anna Müller'],
  ])('%s可以接受', async (_what, name) => {
    await tell('姓名', name);
    expect(await toldBelow('姓名').count()).toBe(0);
  });

  test.each([
    ['数字', '张3', '姓名中不能包含数字，请按证件上的姓名填写。'], ['尖括号', '<张三>', '姓名中不能包含尖括号，请按证件上的姓名填写。'],
  ])('姓名中有%s：说明哪里不对', async (_what, name, message) => {
    await tell('姓名', name);
    await expect.poll(() => toldBelow('姓名').innerText()).toBe(message);
  });

  test('护照按护照核对；换成居民身份证时同一号码不再通过', async () => {
    await field('证件类型').press('Enter');
    await page.locator('.ant-select-item-option', { hasText: '普通护照' }).click();
    await tell('证件号码', 'x00t4700');
    await expect.poll(() => toldBelow('证件号码').innerText()).toBe('号码校验通过');
    await tell('证件号码', '护照');
    await expect.poll(() => toldBelow('证件号码').innerText()).toContain('护照号码由5至15位字母和数字组成');
    await tell('证件号码', 'X00T4700');
    await clerk.capture('desk-registration-passport');
    await field('证件类型').press('Enter');
    await page.locator('.ant-select-item-option', { hasText: '居民身份证' }).first().click();
    await expect.poll(() => toldBelow('证件号码').innerText()).toContain('身份证号码只能包含数字');
  });

  test('持护照的外国人可以登记，申请表里是护照上的姓名', async () => {
    await field('证件类型').press('Enter');
    await page.locator('.ant-select-item-option', { hasText: '普通护照' }).click();
    await tell('证件号码', 'X00T4700');
    await tell('姓名', 'Anna  Müller');
    await tell('手机号码', fictitiousMobile(703));
    await page.keyboard.press('Alt+s');
    await page.getByLabel('姓名（必填）', { exact: true }).waitFor();
    expect(await page.getByLabel('姓名（必填）', { exact: true }).inputValue()).toBe('Anna Müller');
    await expect.poll(() => page.locator('.filling__head').innerText()).toContain('Anna Müller');
    expect(clerk.faults).toEqual([]);
  });
});

describe('窗口登记：从查找事项到回执', () => {
  const foot = (): Locator => page.locator('.filling__faults');

  test('逐项填写；没填完时说明还差什么', async () => {
    await beginAllowance(clerk, 'relative');
    await page.keyboard.type(elder.number);
    await page.keyboard.press('Tab');
    await page.keyboard.type('古丽•阿依夏木');
    await page.keyboard.press('Tab');
    await page.keyboard.type(elder.mobile);
    await clerk.capture('desk-registration-applicant');
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
    await expect.poll(() => page.locator('.filling__head').innerText()).toContain(elder.name);
    await page.keyboard.press('Alt+s');
    await expect.poll(() => foot().innerText()).toMatch(/还有 \d+ 处需要填写或修改；缺 3 份必要材料；请先勾选申请人的确认/);
    await clerk.capture('desk-registration-incomplete');
  });

  test('申请表', async () => {
    await page.getByLabel('联系地址').fill('四川省广安市广安区示范镇和平村');
    await page.getByLabel('与子女同住').check();
    await page.getByLabel('户籍所在地 县（市、区）').selectOption({ label: '广安区' });
    await page.getByLabel('开户银行').fill('示范农村商业银行');
    await page.getByLabel('社会保障卡银行账号').fill('6217000000000000000');
    await page.getByLabel('代办人姓名').fill('𠮷振邦');
    await page.getByLabel('子女', { exact: true }).check();
    await page.getByLabel('代办人电话').fill(fictitiousMobile(702));
    await page.getByRole('checkbox', { name: /对申请材料实质内容的真实性负责/ }).check();
    await expect.poll(() => foot().innerText()).toMatch(/^缺 3 份必要材料/);
  });

  test('改了扩展名的程序按内容识别并拒绝，原因写明', async () => {
    const slot = page.getByLabel('上传 老年人身份证明');
    await slot.setInputFiles({ name: '身份证.pdf', mimeType: 'application/pdf', buffer: exe });
    const refusal = page.locator('.upload__file.is-failed');
    await expect.poll(() => refusal.innerText()).toContain('“身份证.pdf”实际是Windows 程序，不能作为材料上传');
    await clerk.capture('desk-registration-renamed-program');
    await page.getByRole('button', { name: '移除 身份证.pdf' }).click();
    await expect.poll(() => refusal.count()).toBe(0);
  });

  test('上传途中可以做别的，慢的文件到了也不冲掉别处填的', async () => {
    const slow = new Promise<() => void>((letGo) => {
      void page.route('**/api/v1/files', async (route) => {
        await new Promise<void>((arrive) => { letGo(arrive); });
        await route.continue();
      }, { times: 1 });
    });
    await page.getByLabel('上传 老年人身份证明').setInputFiles(await pdfOf('身份证'));
    await page.getByLabel('上传 户口簿').setInputFiles(await pdfOf('户口簿'));
    await page.locator('#material-household-register .slot__done').waitFor();
    await page.locator('#material-agent-id').getByRole('checkbox').check();
    await page.getByLabel('开户银行').fill('示范农村商业银行和平支行');
    (await slow)();
    await expect.poll(() => foot().innerText()).toBe('请先勾选申请人的确认');
    expect(await page.getByLabel('开户银行').inputValue()).toBe('示范农村商业银行和平支行');
  });

  test('提交后给出回执；记录里申请人和办理人分开', async () => {
    await page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }).check();
    await page.getByText(/^已保存/).waitFor();
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
    const receipt = page.locator('iframe[title="申请回执"]');
    await receipt.waitFor();
    await clerk.capture('desk-registration-receipt');
    // A browser without a screen has no printer to ask.
    await receipt.evaluate((frame: HTMLIFrameElement) => { if (frame.contentWindow) frame.contentWindow.print = () => { frame.dataset['printed'] = 'yes'; }; });
    await page.getByRole('button', { name: '打印回执' }).click();
    await expect.poll(() => receipt.getAttribute('data-printed')).toBe('yes');
    await page.getByRole('button', { name: '现在受理' }).click();
    const applicant = page.getByRole('region', { name: '申请人' });
    await expect.poll(() => applicant.innerText()).toContain(elder.name);
    expect(await applicant.innerText()).toContain(`窗口登记：${clerk.name}`);
    expect(await applicant.innerText()).not.toContain(elder.number);
    await clerk.capture('desk-registration-case');
    expect(clerk.faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
  });
});
