import { expect } from 'vitest';
import { signInCitizen } from './citizen.ts';
import { pdfOf } from './desk-cases.ts';
import { excavation, excavationMaterials, fillExcavation, roadBuilder } from './excavation.ts';
import { openHall, registerDevice } from './hall-day.ts';
import { spoil } from './open-page.ts';
import { hasFocus } from './walk-by-keys.ts';
import { drawing, hall, windowNumber, type Chapter } from './whole-day.ts';

/** The hall opens; a citizen finds out on the phone what is needed, books, comes, and is registered at the window. */
export const morning: readonly Chapter[] = [
  {
    title: 'HAL-01 负责人在设置里开门：办公时间、业务、新窗口、谁坐哪里',
    run: async ({ officer, held, show }) => {
      held.hallId = await openHall(await officer('hall.leader'), show, { hall, clerk: (await officer('housing.window')).name, queue: '住建审批', newWindow: '24' });
    },
  },
  {
    title: 'HAL-03 登记取号机、评价器、综合屏；打开后在线',
    run: async ({ officer, kiosk, terminal, screen, held, show }) => {
      const leader = await officer('hall.leader');
      for (const [visitor, kind, name, at] of [[kiosk, '取号机', '取号机 9', undefined], [terminal, '评价器', '评价器 丙', windowNumber], [screen, '显示屏', '综合屏 乙', undefined]] as const) {
        await visitor.visit(await registerDevice(leader, show, { hallId: held.hallId, kind, name, window: at }));
        expect(visitor.page.url()).not.toContain('#');
      }
      await kiosk.page.getByRole('button', { name: '预约签到' }).waitFor();
      await terminal.page.getByText('欢迎办事').waitFor();
      await screen.page.getByText('暂无叫号').waitFor();
      const devices = leader.page.getByRole('table', { name: '设备' });
      for (const name of ['取号机 9', '评价器 丙', '综合屏 乙']) await expect.poll(() => devices.getByRole('row').filter({ hasText: name }).locator('.tag').last().innerText()).toBe('在线');
      await show(leader, 'devices');
    },
  },
  {
    title: 'HAL-02 有人走开一分钟，取号机回到开头，输入的内容不留给下一位',
    run: async ({ kiosk }) => {
      const { page } = kiosk;
      spoil(page);
      await page.clock.install();
      await page.reload();
      await page.getByRole('button', { name: '预约签到' }).click();
      await page.locator('.kiosk__keys').getByRole('button', { name: '1', exact: true }).click();
      await page.clock.fastForward(59_000);
      expect(await page.locator('.kiosk__keys').count()).toBe(1);
      await page.clock.fastForward(2_000);
      await page.getByRole('button', { name: '按业务取号', pressed: true }).waitFor();
      await page.clock.resume();
    },
  },
  {
    title: 'HAL-02 取号机没有键盘：按屏幕上的拼音首字母找到事项，先不取号',
    run: async ({ kiosk, show }) => {
      const { page } = kiosk;
      await page.getByRole('button', { name: '按事项取号' }).click();
      const letters = page.getByRole('group', { name: '拼音字母' });
      for (const letter of ['W', 'J', 'J']) await letters.getByRole('button', { name: letter, exact: true }).click();
      await letters.getByRole('button', { name: '删去一个字母' }).click();
      await page.getByRole('button', { name: new RegExp(excavation) }).waitFor();
      await show(kiosk, 'letters');
      await page.getByRole('button', { name: new RegExp(excavation) }).click();
      await page.getByText('您是否属于优先人群？').waitFor();
      await page.getByRole('button', { name: '返回' }).click();
    },
  },
  {
    title: 'PTL-05 GDE-01 手机上按拼音找到事项，不登录就看清要什么、要多久、填什么',
    run: async ({ citizen, show }) => {
      const { page } = citizen;
      await citizen.visit('/');
      await page.getByRole('combobox').fill('walu');
      await page.getByRole('option', { name: excavation }).waitFor();
      await show(citizen, 'suggestions');
      await page.getByRole('button', { name: '搜索', exact: true }).click();
      await page.getByText('以下事项按读音找到。').waitFor();
      await show(citizen, 'search');
      await page.getByRole('link', { name: excavation, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: excavation }).waitFor();
      const facts = await page.getByLabel('办事要点').innerText();
      for (const answer of ['8 个工作日', '0 次', '收费', '份材料']) expect(facts).toContain(answer);
      await show(citizen, 'guide');
      const guide = page.url();
      await page.getByRole('link', { name: '在线申请', exact: true }).click();
      await page.getByLabel('交付使用满5年，且大修竣工满3年').check();
      await show(citizen, 'question');
      await page.getByRole('button', { name: '下一题' }).click();
      await page.getByLabel('占用部分车道').check();
      await page.getByRole('button', { name: '下一题' }).click();
      await page.getByRole('heading', { level: 1, name: '您需要准备的' }).waitFor();
      const needed = await page.getByRole('main').innerText();
      for (const material of [...excavationMaterials, '挖掘城市道路申请表']) expect(needed).toContain(material);
      expect(needed).not.toContain('城市人民政府批准文件');
      await page.getByRole('banner').getByRole('link', { name: '登录', exact: true }).waitFor();
      await show(citizen, 'outcome');
      await citizen.visit(guide);
    },
  },
  {
    title: 'HAL-02 从办事指南预约大厅，在取号机输入预约码签到',
    run: async ({ citizen, kiosk, held, show }) => {
      const { page } = citizen;
      await page.getByRole('link', { name: '预约到大厅办理' }).click();
      await signInCitizen(page, '孙浩');
      await page.getByRole('button', { name: '确认预约' }).click();
      await page.getByText('请选择时段。').waitFor();
      await page.getByRole('group', { name: '时段' }).or(page.getByRole('radiogroup', { name: '时段' })).getByRole('radio', { disabled: false }).first().check();
      await show(citizen, 'slots');
      await page.getByRole('button', { name: '确认预约' }).click();
      held.code = (await page.locator('.hall-code').first().innerText()).replace(/\D/g, '');
      expect(held.code).toMatch(/^\d{8}$/);
      await show(citizen, 'appointment');
      const at = kiosk;
      await at.page.getByRole('button', { name: '预约签到' }).click();
      await at.page.getByRole('button', { name: '签到取号' }).click();
      await at.page.getByText('请输入八位数字。').first().waitFor();
      for (const digit of held.code) await at.page.locator('.kiosk__keys').getByRole('button', { name: digit, exact: true }).click();
      await show(at, 'check-in');
      await at.page.getByRole('button', { name: '签到取号' }).click();
      held.ticket = (await at.page.locator('.slip__number').innerText()).trim();
      expect(held.ticket).toMatch(/^C\d{3}$/);
      await citizen.visit('/hall-appointments');
      await page.getByRole('link', { name: '查看号票' }).click();
      await page.locator('.hall-ticket__number', { hasText: held.ticket }).waitFor();
      await show(citizen, 'ticket');
    },
  },
  {
    title: 'HAL-02 叫号：综合屏和手机上都看到；号上登记，个人事项填好取号人，企业凭信用代码认出',
    run: async ({ officer, citizen, screen, held, show }) => {
      const clerk = await officer('housing.window');
      const { page, visit } = clerk;
      await visit('/workbench/calling');
      await page.getByRole('button', { name: '上岗' }).click();
      await page.getByRole('button', { name: '叫下一个' }).click();
      await expect.poll(() => page.locator('.calling-current__number b').innerText()).toBe(held.ticket);
      // The button that was pressed is gone: the keyboard goes on at the next one.
      await expect.poll(() => hasFocus(page.getByRole('button', { name: '开始办理' }))).toBe(true);
      await show(clerk, 'calling');
      await screen.page.locator('.screen__calls').getByText(held.ticket, { exact: true }).waitFor();
      await show(screen, 'screen');
      await citizen.page.getByText(`请到 ${windowNumber} 号窗口`).waitFor();
      await page.getByRole('button', { name: '登记办件' }).click();
      await page.getByText(`为 ${held.ticket} 号登记`).waitFor();
      const from = new URL(page.url());
      await visit(`/workbench/registration${from.search}`);
      await page.getByRole('textbox', { name: '查找事项' }).fill('高龄津贴');
      await page.locator('.finder').getByRole('button', { name: '80周岁以上老年人高龄津贴申领' }).click();
      await page.getByText('子女等亲属或者村（社区）代办').waitFor();
      await page.keyboard.press('1');
      await expect.poll(() => page.getByLabel('姓名', { exact: true }).inputValue()).toBe('孙浩');
      expect(await page.getByLabel('证件号码', { exact: true }).inputValue()).toMatch(/^\d{17}[\dX]$/);
      await visit(from.pathname + from.search);
      // Typed at once, the second digit before its question has come.
      await page.locator('kbd', { hasText: '1' }).first().waitFor();
      await page.keyboard.type('12');
      await page.getByLabel('统一社会信用代码').fill(roadBuilder.creditCode);
      await expect.poll(() => page.getByLabel('单位名称').inputValue()).toBe(roadBuilder.name);
      await show(clerk, 'applicant');
      await page.getByRole('button', { name: '核对无误，开始填写' }).click();
      await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
    },
  },
  {
    title: 'INT-01 INT-02 登记：缺什么当场说明，扫描和收纸质件，提交给出回执',
    run: async ({ officer, held, show }) => {
      const clerk = await officer('housing.window');
      const { page } = clerk;
      await page.keyboard.press('Alt+s');
      await expect.poll(() => page.locator('.filling__faults').innerText()).toMatch(/还有 \d+ 处需要填写或修改；缺 5 份必要材料；请先勾选申请人的确认/);
      // The ticket in hand stands over the page, and the page's own foot stays in sight.
      expect(await page.getByRole('button', { name: '提交登记' }).evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
      await show(clerk, 'registration-mistakes');
      await fillExcavation(page, '13900000000');
      await page.getByLabel(`上传 ${drawing}`).setInputFiles(await pdfOf(drawing));
      await page.getByRole('button', { name: `${drawing}.pdf`, exact: true }).waitFor();
      for (const material of excavationMaterials) if (material !== drawing) await page.locator('.slot', { hasText: material }).getByRole('checkbox').check();
      await page.getByRole('checkbox', { name: /申请人确认所填内容和材料真实有效/ }).check();
      await expect.poll(() => page.locator('.filling__faults').innerText()).toBe('');
      await page.getByText(/^已保存/).waitFor();
      await show(clerk, 'registration');
      await page.keyboard.press('Alt+s');
      await page.getByRole('heading', { level: 1, name: '登记完成' }).waitFor();
      await page.locator('iframe[title="申请回执"]').waitFor();
      await show(clerk, 'receipt');
      await page.getByRole('button', { name: '现在受理' }).click();
      held.number = (await page.locator('.desk__head').innerText()).match(/\d{18,}[0-9A-Z]*/)?.[0] ?? '';
      expect(held.number).not.toBe('');
    },
  },
];
