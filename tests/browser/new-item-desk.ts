import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { dayFromNow, tick, typeDay, typeInto } from './fill-form.ts';
import { choose, fieldOf, openGroup, saved, told } from './items-desk.ts';
import type { Visitor } from './open-page.ts';
import type { Officer } from './staff.ts';

/** The service that goes live: nobody has heard of more than its name. */
export const newItem = {
  name: '养犬登记', code: '511602-GA-YQDJ', form: '养犬登记申请表', process: '养犬登记办理流程', rules: '养犬登记办理规则', licence: '养犬登记证', key: 'dog-registration',
  question: '犬只接种了狂犬病疫苗，免疫证明还在有效期内吗？', note: '请先到动物诊疗机构为犬只接种狂犬病疫苗，取得免疫证明后再申请。',
} as const;

/** Shows what a page looks like at this moment of the work: a journey keeps it, the manual prints it. */
export type Show = (page: Page, name: string) => Promise<void>;

/** Takes an option of the list of a select, by what one types to find it. */
async function pick(page: Page, label: string, option: string, typed?: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true }).last();
  await box.click();
  if (typed !== undefined) await box.fill(typed);
  await choose(page, option);
}

/** The entry of a list that is open. */
const entryOf = (page: Page) => page.locator('.entry.is-open').last();

async function addEntry(page: Page, what: string): Promise<void> {
  const open = await page.locator('.entry.is-open').count();
  await page.getByRole('button', { name: new RegExp(`添加${what}$`) }).click();
  await expect.poll(() => page.locator('.entry.is-open').count()).toBe(open + 1);
}

/** A new item, with what it has in common with a published one copied from there. Gives the id of its version. */
export async function createItem({ page, visit }: Officer, show: Show): Promise<string> {
  await visit('/workbench/catalogue');
  await page.getByRole('button', { name: '新建事项' }).click();
  const dialog = page.getByRole('dialog');
  await pick(page, '事项类型', '行政确认');
  await dialog.getByLabel('事项名称').fill(newItem.name);
  await dialog.getByLabel('地方实施编码').fill(newItem.code);
  await pick(page, '实施主体', '公安局', '区公安分局');
  await show(page, 'create');
  await dialog.getByRole('button', { name: '新建并编辑' }).click();
  await page.getByRole('heading', { level: 1, name: newItem.name }).waitFor();
  await page.getByRole('button', { name: '从其他清单复制' }).click();
  await page.getByLabel('输入事项名称，查找任何地区、部门已发布的清单').fill('失业登记');
  await page.locator('.copying__found').getByRole('button', { name: /^失业登记/ }).click();
  await page.getByRole('checkbox', { name: '全选' }).check();
  const own = ['俗称', '简介', '事项类型', '设定依据', '受理条件', '申请材料', '审批结果', '个人主题', '个人生命周期', '标签', '办理窗口', '咨询电话', '监督投诉电话', '常见问题', '情形引导', '表单'];
  for (const element of own) await dialog.getByRole('checkbox', { name: element, exact: true }).uncheck();
  await show(page, 'copy');
  await dialog.getByRole('button', { name: /^复制 \d+ 项/ }).click();
  await saved(page);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('alert').filter({ hasText: '必须修改，改好后才能提交' }).waitFor();
  await show(page, 'unready');
  return /versions\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
}

/** What only this item says: what for, on what law, for whom, where. */
export async function fillElements({ page }: Officer, show: Show): Promise<void> {
  await openGroup(page, '基本信息');
  await fieldOf(page, '俗称').getByRole('textbox').fill('办狗证\n犬证');
  await fieldOf(page, '简介').getByRole('textbox').fill('在本区饲养犬只的单位和个人，为犬只接种狂犬病疫苗后办理登记，领取养犬登记证。');
  await openGroup(page, '设定依据');
  await addEntry(page, '依据');
  await entryOf(page).getByLabel('法律名称').fill('中华人民共和国动物防疫法');
  await entryOf(page).getByLabel('文号').fill('主席令第六十九号');
  await entryOf(page).getByLabel('条款号').fill('第三十条');
  await entryOf(page).getByLabel('条款内容').fill('单位和个人饲养犬只，应当按照规定定期免疫接种狂犬病疫苗，凭动物诊疗机构出具的免疫证明向所在地养犬登记机关申请登记。');
  await show(page, 'basis');
  await openGroup(page, '受理条件');
  await fieldOf(page, '受理条件').getByRole('textbox').fill('年满18周岁，具有完全民事行为能力。\n犬只按照规定接种狂犬病疫苗，免疫证明在有效期内。\n犬只在本区饲养。');
  await openGroup(page, '主题与标签');
  await pick(page, '个人主题', '户籍办理');
  await page.keyboard.press('Escape');
  await openGroup(page, '窗口与电话');
  await addEntry(page, '窗口');
  const lines = [['窗口名称', '区政务服务中心 C03 公安综合窗口'], ['电话', '0826-2330303'], ['地址', '四川省广安市广安区示例路1号'], ['办公时间', '周一至周五 9:00—12:00，13:00—17:00']] as const;
  for (const [label, words] of lines) await entryOf(page).getByLabel(label, { exact: true }).fill(words);
  await fieldOf(page, '咨询电话').getByRole('textbox').fill('0826-2330303');
  await fieldOf(page, '监督投诉电话').getByRole('textbox').fill('0826-2330110');
  await saved(page);
}

/** The form, drawn field by field and tried. */
export async function drawForm({ page }: Officer, show: Show): Promise<void> {
  await openGroup(page, '办理方式');
  await page.getByRole('button', { name: /新建表单$/ }).click();
  await page.getByLabel('表单名称').fill(newItem.form);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(newItem.form) }).waitFor();
  const properties = page.locator('.fd-right');
  const put = async (control: string, label: string): Promise<void> => {
    const before = await page.locator('.fd-canvas .fd-card').count();
    await page.locator(`.fd-palette [data-control="${control}"]`).click();
    await expect.poll(() => page.locator('.fd-canvas .fd-card').count()).toBe(before + 1);
    await properties.getByLabel('名称', { exact: true }).fill(label);
    await properties.getByRole('checkbox', { name: '必填', exact: true }).check();
  };
  await put('text', '犬名');
  await put('choice', '犬只类别');
  for (const [at, kind] of [[1, '小型犬'], [2, '大型犬']] as const) {
    await properties.getByLabel(`第 ${at} 项的文字`).fill(kind);
    await properties.getByLabel(`第 ${at} 项的值`).fill(kind);
  }
  await put('text', '免疫证明编号');
  await put('date', '免疫日期');
  await put('address', '饲养地址');
  await page.getByText('没有发现问题').waitFor();
  await show(page, 'form');
  await page.getByRole('tab', { name: /^预览/ }).click();
  await page.getByRole('button', { name: '填入测试数据' }).click();
  await page.getByRole('button', { name: '检查能否提交' }).click();
  await page.getByText('可以提交：全部规则都通过').waitFor();
  await page.getByRole('button', { name: '存为示例样表' }).click();
  await page.getByText('已存为示例样表').waitFor();
  await show(page, 'form-preview');
  await saved(page);
}

/** The licence that comes of it: how it is numbered, how long it lasts, what is printed on it. */
export async function makeLicenceType({ page, visit }: Officer, show: Show): Promise<void> {
  await visit('/workbench/licence-types');
  await page.getByRole('button', { name: '新建证照类型' }).click();
  await page.getByLabel('证照名称').fill(newItem.licence);
  await pick(page, '颁发机构', '公安局', '区公安分局');
  await page.getByRole('button', { name: '用颁发机构的代码' }).click();
  await expect.poll(() => page.getByLabel('证照类型代码').inputValue()).toHaveLength(21);
  await page.getByRole('radio', { name: '不限' }).check();
  await page.getByLabel('目录编码').fill(newItem.key);
  await page.getByLabel('证照正文').fill('依照《中华人民共和国动物防疫法》第三十条，下列犬只已经登记。');
  await page.getByLabel('编号规则').fill('广安区犬登');
  await page.getByRole('button', { name: '插入年份' }).click();
  await page.getByRole('button', { name: '插入流水号' }).click();
  await page.getByRole('radio', { name: '固定年限' }).check();
  await page.getByLabel('有效年数').fill('1');
  await page.locator('#face-item').fill(newItem.name);
  await choose(page, newItem.name);
  // Holder and period stand there to begin with.
  for (const [at, field] of ['犬名', '犬只类别', '免疫证明编号', '饲养地址'].entries()) {
    await page.locator('#type-face').fill(field);
    await choose(page, field);
    await page.locator(`#type-face-${4 + at}-label`).waitFor();
  }
  await show(page, 'licence-type');
  await page.getByRole('button', { name: '保存并启用' }).click();
  await told(page, '已新建');
}

/** The process, from the shape of what is decided at once. */
export async function drawProcess({ page, visit }: Officer, show: Show): Promise<void> {
  await visit('/workbench/processes');
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.locator('#process-name:focus').waitFor();
  await page.getByLabel('名称', { exact: true }).fill(newItem.process);
  await page.getByLabel('编码', { exact: true }).fill(newItem.key);
  await page.getByRole('radio', { name: /^即办/ }).check();
  await page.getByRole('button', { name: '新建并开始画' }).click();
  await page.getByRole('heading', { level: 1, name: newItem.process }).waitFor();
  await page.getByRole('region', { name: '图形清单' }).getByRole('button', { name: '当场决定', exact: true }).click();
  const step = page.getByRole('region', { name: '当场决定' });
  await step.getByLabel('名称', { exact: true }).fill('核对并登记');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '检查', exact: true }).getByText('没有问题').waitFor();
  await expect.poll(() => page.locator('.save-state').innerText()).toMatch(/^已保存/);
  await show(page, 'process');
}

/** The table that says when the platform may decide, with a test of it. */
export async function writeRules({ page, visit }: Officer, show: Show): Promise<void> {
  await visit('/workbench/rules');
  await page.getByRole('button', { name: '新建规则集' }).click();
  await page.locator('#rule-set-name:focus').waitFor();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill(newItem.rules);
  await dialog.getByLabel('编码', { exact: true }).fill(newItem.key);
  await dialog.getByLabel('依据').fill('《中华人民共和国动物防疫法》第三十条');
  await dialog.getByRole('button', { name: /^新\s?建$/ }).click();
  await page.getByRole('heading', { level: 1, name: newItem.rules }).waitFor();
  for (const [input, type, allowed] of [['年龄', '整数', '[0..150]'], ['犬只类别', '文字', '"小型犬","大型犬"']] as const) {
    await page.getByRole('button', { name: '添加条件' }).click();
    await page.locator('#column-expression:focus').waitFor();
    await page.keyboard.insertText(input);
    await page.getByText(`“${input}”还不在数据里`).waitFor();
    await dialog.getByLabel('类型', { exact: true }).click();
    await choose(page, type);
    await dialog.getByLabel('允许的值').fill(allowed);
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await page.locator('[data-cell="0:0"]').click();
  for (const row of [['不满18', '', '转人工', '未成年人'], ['不小于18', '小型犬', '自动办理', ''], ['不小于18', '大型犬', '转人工', '核对饲养场所']]) {
    for (const cell of row) {
      if (cell !== '') await page.keyboard.insertText(cell);
      await page.keyboard.press('Tab');
    }
  }
  const side = page.getByRole('complementary', { name: '检查和试算' });
  await expect.poll(() => side.innerText()).toContain('没有缺口、重叠和冲突');
  await page.getByRole('tab', { name: '试算' }).click();
  await side.getByLabel('年龄').fill('30');
  await side.getByLabel('犬只类别').click();
  await choose(page, '小型犬');
  await side.getByRole('button', { name: '试算', exact: true }).click();
  await expect.poll(() => side.innerText()).toContain('结果是“自动办理”');
  await show(page, 'rules');
  await side.getByRole('button', { name: '存为测试用例' }).click();
  await dialog.getByLabel('名称', { exact: true }).fill('成年人养小型犬');
  await dialog.getByRole('button', { name: '确定' }).click();
  await told(page, '已存为测试用例');
  await page.getByRole('button', { name: '可以发布了' }).waitFor();
}

/** A second person publishes what a page shows, after having read it. */
export async function publishShown({ page }: Officer, done: RegExp): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await told(page, done);
}

/** What an applicant is asked before the form: who need not come yet is told so. */
export async function askFirst({ page, visit }: Officer, versionId: string, show: Show): Promise<void> {
  await visit(`/workbench/catalogue/versions/${versionId}/guidance`);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('button', { name: '插入第一个问题' }).click();
  await page.getByRole('textbox', { name: '问什么' }).fill(newItem.question);
  const card = page.locator('.flow-card').filter({ hasText: newItem.question });
  await card.locator('.flow-row').filter({ hasText: '否' }).locator('.flow-row__text').click();
  await page.getByRole('combobox', { name: '下一步' }).click();
  await choose(page, '新建情形并连接');
  await page.getByRole('textbox', { name: '情形名称' }).fill('还没有免疫');
  await page.getByRole('checkbox', { name: '不在这里办理' }).check();
  await page.getByRole('textbox', { name: /提示/ }).fill(newItem.note);
  await page.getByRole('tab', { name: '检查' }).click();
  await page.getByText('共 2 条路径：情形互斥、完备，没有死路', { exact: false }).waitFor();
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('已保存');
  await show(page, 'guidance');
}

/** What is handed in, by which process it is handled, what comes of it. */
export async function joinParts({ page, visit }: Officer, versionId: string, show: Show): Promise<void> {
  await visit(`/workbench/catalogue/versions/${versionId}/edit`);
  await openGroup(page, '申请材料');
  await addEntry(page, '材料');
  const material = entryOf(page);
  await material.getByLabel('材料名称').fill(newItem.form);
  await pick(page, '材料类型', '申请表格文书');
  await pick(page, '材料形式', '电子化');
  await pick(page, '由表单生成', newItem.form);
  await material.getByLabel('原件份数').fill('0');
  await material.getByLabel('受理标准').fill('各栏填写完整，免疫日期在一年以内。');
  await pick(page, '示例样表', '用表单的示例');
  await material.getByRole('button', { name: /添加审查要点$/ }).click();
  await material.getByLabel('核对什么、与什么比对').fill('免疫证明编号和免疫日期填写完整。');
  await show(page, 'material');
  await openGroup(page, '结果');
  await addEntry(page, '结果');
  await entryOf(page).getByLabel('结果名称').fill(newItem.licence);
  await pick(page, '证照类型', newItem.licence, newItem.licence);
  await entryOf(page).getByLabel('有效期').fill('1年');
  await entryOf(page).getByLabel('样本说明').fill('载明饲养人、犬名、免疫证明编号和有效期。');
  await openGroup(page, '办理方式');
  await addEntry(page, '部门');
  await addEntry(page, '部门');
  await pick(page, '分工', '决定');
  await page.getByRole('radio', { name: '在本平台办理' }).check();
  await pick(page, '申请表单', newItem.form);
  await pick(page, '办理流程', newItem.process);
  await pick(page, '签发的证照', newItem.licence, newItem.licence);
  await saved(page);
  await show(page, 'handling');
}

/** Lets the platform decide what the rules allow; whatever else goes to people. */
export async function automate({ page, visit }: Officer, show: Show): Promise<string> {
  await visit('/workbench/automation');
  await page.getByRole('button', { name: '添加事项' }).click();
  await pick(page, '事项', newItem.name, newItem.name);
  await page.getByRole('radio', { name: /^全流程自动/ }).check();
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('heading', { level: 1, name: newItem.name }).waitFor();
  await page.getByText('还没有选择业务规则').waitFor();
  await pick(page, '规则集', newItem.rules, newItem.rules);
  await page.getByText('没有选择准予的依据').waitFor();
  await pick(page, '准予的依据', '结论');
  await page.getByLabel('的结果是').fill('自动办理');
  await page.getByRole('button', { name: '按名称对应' }).click();
  await pick(page, '年龄 来源', '申请人信息');
  await pick(page, '年龄 申请人信息', '周岁');
  const point = page.getByRole('combobox', { name: new RegExp(`^${newItem.form} `) });
  await point.click();
  await choose(page, '系统保证');
  await page.getByLabel(/怎样保证$/).fill('免疫证明编号和免疫日期是必填项，没有填写不能提交。');
  await page.getByLabel('修改说明').fill('养犬登记上线：成年人养小型犬的当场登记。');
  await page.getByRole('button', { name: /^保存/ }).click();
  await page.getByText('没有障碍，可以启用。').waitFor();
  await show(page, 'automation');
  return new URL(page.url()).pathname;
}

/** Another person switches on what the implementer has set up. */
export async function switchOn({ page, visit }: Officer, setting: string): Promise<void> {
  await visit(setting);
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click();
  await page.getByText('已启用').waitFor();
}

/** The decision says what the keeper of a dog has to do, with a field of the form. */
export async function tailorDecision({ page, visit }: Officer, show: Show): Promise<string> {
  await visit('/workbench/document-templates');
  await page.getByRole('row').filter({ hasText: '准予许可决定书' }).first().click();
  await page.getByRole('button', { name: '定制', exact: true }).click();
  await page.locator('#template-item').fill(newItem.name);
  await choose(page, newItem.name);
  await page.getByRole('dialog').getByRole('button', { name: '新建草稿' }).click();
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(new RegExp(`草稿[\\s\\S]*${newItem.name}`));
  await page.getByRole('region', { name: '段落 8', exact: true }).getByRole('textbox').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '段落 9', exact: true }).getByRole('textbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText('请在免疫证明有效期满前为');
  await page.keyboard.press('{');
  await page.getByRole('combobox', { name: '查找字段' }).fill('犬名');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('续种狂犬病疫苗。');
  await expect.poll(() => page.locator('.wb-page__aside').innerText()).toMatch(/已保存/);
  await show(page, 'decision');
  return new URL(page.url()).pathname;
}

/** Applies on a phone, as somebody who has heard of the service, and gets the licence while waiting. */
export async function applyForIt({ page, visit }: Visitor, signIn: () => Promise<void>, show: Show): Promise<void> {
  await visit(`/search?q=${encodeURIComponent('办狗证')}`);
  await page.getByRole('link', { name: newItem.name, exact: true }).first().click();
  await show(page, 'guide');
  await page.getByRole('link', { name: '在线申请', exact: true }).first().click();
  await page.getByText(newItem.question).waitFor();
  await page.getByRole('radio', { name: '是', exact: true }).check();
  await page.getByRole('button', { name: '下一题' }).click();
  await page.getByRole('link', { name: '开始申请' }).click();
  await signIn();
  await page.getByRole('button', { name: '开始填写' }).click();
  await typeInto(page, '犬名', '豆豆');
  await tick(page, '犬只类别', '小型犬');
  await typeInto(page, '免疫证明编号', '川广免2026-00318');
  await typeDay(page, '免疫日期', dayFromNow(-30));
  const address = page.getByRole('group', { name: /^饲养地址/ });
  for (const [level, region] of [['省', '四川省'], ['市', '广安市'], ['县（市、区）', '广安区']] as const) await address.getByRole('combobox', { name: `饲养地址 所在地区 ${level}`, exact: true }).selectOption(region);
  await address.getByLabel('详细地址').fill('示例街6号2栋301');
  await show(page, 'apply');
  for (const _step of ['form', 'materials']) await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('预审通过，提交后当场办理').waitFor();
  await page.getByLabel(/^我承诺填写的内容/).check();
  await show(page, 'checked');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('link', { name: '查看证照' }).waitFor({ timeout: 30_000 });
  await show(page, 'receipt');
  await page.getByRole('link', { name: '查看证照' }).click();
  await page.getByRole('heading', { name: newItem.licence }).first().waitFor();
  await show(page, 'licence');
}
