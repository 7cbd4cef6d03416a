import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { giveMaterial, signInCitizen } from './citizen.ts';
import { dayFromNow, tick, typeInto } from './fill-form.ts';
import { openBrowser, seeOff, welcome, type Visitor } from './open-page.ts';

const item = '食品经营许可新办';
const company = '广安示例餐饮有限公司';

let browser: Browser;
let applicant: Visitor;
let phone: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  applicant = await welcome(browser, 'desktop');
  phone = await welcome(browser, 'phone');
});
afterAll(seeOff);
afterEach(() => { for (const { faults } of [applicant, phone]) expect(faults).toEqual([]); });

/** Waits until the server has everything that was typed. */
async function untilSaved({ page }: Visitor): Promise<void> {
  await page.getByRole('status').getByText(/^已保存（\d{2}:\d{2}/).waitFor();
}

describe('电脑上申请，材料随情形变化，填写的内容不会丢', () => {
  test('CAT-06 GDE-01 回答不同，要交的材料不同；改答案时材料跟着变', async () => {
    const { page } = applicant;
    await applicant.visit('/');
    await page.getByRole('combobox').fill('开饭店');
    await page.getByRole('option', { name: item }).click();
    await page.getByRole('link', { name: '在线申请', exact: true }).click();
    const answer = async (option: string) => {
      await page.getByLabel(option).check();
      await page.getByRole('button', { name: '下一题' }).click();
    };
    await answer('餐饮服务（饭店、小吃店、饮品店）');
    await page.getByText('是否制售冷食').waitFor();
    await page.getByLabel('是', { exact: true }).check();
    await page.getByRole('button', { name: '下一题' }).click();
    await answer('在外卖、电商平台经营');
    const main = page.getByRole('main');
    await main.getByText('专间设计图').waitFor();
    await applicant.capture('apply-desktop-catering');
    expect(await main.innerText()).not.toContain('散装食品防护和冷藏设施说明');
    await main.getByRole('link', { name: '修改：您要从事哪一种食品经营？' }).click();
    await page.getByLabel(/^销售散装食品/).check();
    await page.getByRole('button', { name: '下一题' }).click();
    await answer('不通过网络经营');
    await main.getByText('散装食品防护和冷藏设施说明').waitFor();
    expect(await main.innerText()).not.toContain('专间设计图');
    await applicant.capture('apply-desktop-sale');
  });

  test('INT-06 刚打的字还没存到服务器就刷新，内容还在', async () => {
    const { page } = applicant;
    await page.getByRole('link', { name: '开始申请' }).click();
    await signInCitizen(page, '周慧');
    await applicant.capture('apply-desktop-start');
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByRole('textbox', { name: /^经营场所（必填）$/ }).waitFor();
    await typeInto(page, '经营场所', '四川省广安市广安区示例街2号一楼');
    await page.getByText('已存在本机，即将上传').waitFor();
    await page.reload();
    await page.getByText('已恢复您上次在这台设备上填写、还没有存到服务器的内容。').waitFor();
    expect(await page.getByLabel('经营场所（必填）', { exact: true }).inputValue()).toBe('四川省广安市广安区示例街2号一楼');
    await applicant.capture('apply-desktop-restored');
    await untilSaved(applicant);
  });

  test('INT-06 断网时接着填、刷新也不丢，联网后自动存到服务器', async () => {
    const { page } = applicant;
    const area = page.getByRole('textbox', { name: /^经营场所面积/ });
    await page.context().setOffline(true);
    await page.getByText('网络已断开，您填写的内容已保存在本机').waitFor();
    await area.fill('86.5');
    await page.getByRole('status').getByText('网络已断开，内容已保存在本机，联网后自动保存').waitFor();
    await applicant.capture('apply-desktop-offline');
    await page.reload();
    await area.waitFor();
    expect(await area.inputValue()).toBe('86.5');
    await page.context().setOffline(false);
    await untilSaved(applicant);
    applicant.pardon(/ERR_INTERNET_DISCONNECTED/);
    await page.reload();
    await area.waitFor();
    expect(await area.inputValue()).toBe('86.5');
  });

  test('IDN-04 登录在别处被退出时正在填写：就地重新登录，一个字也不少', async () => {
    const { page } = applicant;
    await phone.visit('/space/account');
    await signInCitizen(phone.page, '周慧');
    await phone.page.getByRole('button', { name: '退出其他所有设备' }).click();
    await phone.page.getByText('已退出。').waitFor();
    await phone.capture('apply-desktop-sessions-phone');
    await tick(page, '主体业态', '食品销售经营者');
    const dialog = page.getByRole('dialog', { name: '请重新登录' });
    await dialog.waitFor();
    await applicant.capture('apply-desktop-expired');
    await signInCitizen(page, '周慧');
    await untilSaved(applicant);
    applicant.pardon(/status of 401/);
    expect(await page.getByRole('radio', { name: '食品销售经营者' }).isChecked()).toBe(true);
    // On the phone the draft goes on with the same content: the server has it all.
    await phone.visit(new URL(page.url()).pathname);
    await phone.page.getByRole('button', { name: `切换为“${company}”` }).click();
    await phone.page.getByRole('radio', { name: '食品销售经营者' }).waitFor();
    expect(await phone.page.getByRole('radio', { name: '食品销售经营者' }).isChecked()).toBe(true);
    expect(await phone.page.getByRole('textbox', { name: /^经营场所面积/ }).inputValue()).toBe('86.5');
    await phone.capture('apply-desktop-draft-phone');
    // First she looked for it in her own name.
    phone.pardon(/status of 404/);
  });

  test('PTL-10 填完、上传、核对、提交，回执可以打印', async () => {
    const { page } = applicant;
    await tick(page, '食品销售项目', '散装食品（不含冷藏冷冻食品）');
    await tick(page, '是否通过网络经营', '否');
    const staff = (label: string) => page.getByLabel(`人员 1 ${label}`, { exact: true });
    await staff('姓名').fill('周慧');
    await staff('职务').selectOption('食品安全员');
    await page.getByLabel('人员 1 接触入口食品 是').check();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText(/^有 \d+ 处需要修改$/).waitFor();
    await applicant.capture('apply-desktop-mistakes');
    expect(await page.getByRole('alert').innerText()).toContain('健康证明有效期至');
    const [year = '', month = '', day = ''] = dayFromNow(200).split('-');
    for (const [part, value] of [['年', year], ['月', month], ['日', day]] as const) await staff(`健康证明有效期至 ${part}`).fill(value);
    await page.getByLabel(/经营场所、设备设施、人员和制度符合食品安全法的规定/).check();
    await applicant.capture('apply-desktop-form');
    await page.getByRole('button', { name: '下一步' }).click();
    for (const material of ['营业执照', '法定代表人（负责人）身份证明', '经营场所布局图和操作流程图', '食品安全规章制度', '散装食品防护和冷藏设施说明']) await giveMaterial(page, material);
    await applicant.capture('apply-desktop-materials');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('region', { name: '食品经营许可申请书' }).getByText('示例街2号一楼').waitFor();
    await page.getByLabel(/^我承诺填写的内容/).check();
    await page.getByRole('radio', { name: /^邮寄/ }).check();
    await page.getByRole('button', { name: '提交申请' }).click();
    const mobile = page.getByLabel('收件人手机', { exact: true });
    await expect.poll(() => mobile.evaluate((field) => field === document.activeElement)).toBe(true);
    await mobile.fill('13900000021');
    await page.getByLabel('收件地址', { exact: true }).fill('四川省广安市广安区滨江路1号');
    // What was typed stays when somebody looks at an earlier step.
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await mobile.inputValue()).toBe('13900000021');
    await page.getByLabel(/^我承诺填写的内容/).check();
    await applicant.capture('apply-desktop-review');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { level: 1, name: '申请已提交' }).waitFor();
    await page.getByAltText('二维码：查看这个办件的进度').waitFor();
    await applicant.capture('apply-desktop-receipt');
    await page.emulateMedia({ media: 'print' });
    await applicant.capture('apply-desktop-receipt-print');
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.locator('.receipt__number').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.getByRole('main').getByRole('link', { name: '查看办理进度' }).click();
    await page.getByRole('button', { name: '查看申请表' }).click();
    await page.getByText('结果邮寄给：周慧，13900000021，四川省广安市广安区滨江路1号').waitFor();
    await applicant.capture('apply-desktop-case');
  });
});
