import { createClient } from '@tongban/api-client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBundles } from '../../server/src/modules/bundles/contract.ts';
import { searchItems } from '../../server/src/modules/catalog/contract.ts';
import { signInCitizen } from './citizen.ts';
import { openBrowser, seeOff, viewports, welcome, type Visitor } from './open-page.ts';
import { platform } from './platform.ts';

/** A page by its address, with its heading; and what tells that its content is there. */
interface Place { name: string; path: string; heading: string; shows?: string }

type Known = NonNullable<Parameters<typeof welcome>[2]>;

let browser: Browser;
let places: readonly Place[];

beforeAll(async () => {
  browser = await openBrowser();
  const client = createClient({ baseUrl: platform.url });
  const { items: [food] } = await client.call(searchItems, { query: { q: '食品经营许可新办' } });
  const item = `/items/${food?.id ?? ''}`;
  const answers = '?answers=business.catering~cold.yes~online.platform';
  const { bundles: [restaurant] } = await client.call(listBundles, { query: { q: '开办餐饮店' } });
  const bundle = `/bundles/${restaurant?.id ?? ''}`;
  places = [
    { name: 'home', path: '/', heading: '您想办什么事？', shows: '食品经营许可新办' },
    { name: 'search', path: '/search', heading: '事项查询', shows: '挖掘城市道路审批' },
    { name: 'search-words', path: '/search?q=开饭店', heading: '“开饭店”的搜索结果', shows: '食品经营许可新办' },
    { name: 'search-bundle', path: '/search?q=开办餐饮店', heading: '“开办餐饮店”的搜索结果', shows: '一次办 4 个事项' },
    { name: 'search-typo', path: '/search?q=挖掘城式道路', heading: '“挖掘城式道路”的搜索结果', shows: '挖掘城市道路审批' },
    { name: 'search-nothing', path: '/search?q=龘龘龘', heading: '“龘龘龘”的搜索结果', shows: '没有找到相关事项' },
    { name: 'search-company', path: '/search?audience=company&theme=002', heading: '企业办事', shows: '食品经营许可新办' },
    { name: 'departments', path: '/departments', heading: '部门办事', shows: '区民政局' },
    { name: 'guide', path: item, heading: '食品经营许可新办', shows: '经营场所布局图和操作流程图' },
    { name: 'guidance', path: `${item}/guidance`, heading: '情形引导', shows: '您要从事哪一种食品经营？' },
    { name: 'guidance-outcome', path: `${item}/guidance${answers}`, heading: '您需要准备的', shows: '专间设计图' },
    { name: 'guidance-refused', path: `${item}/guidance?answers=business.produce`, heading: '情形引导', shows: '这种情形不用在这里申请' },
    { name: 'bundles', path: '/bundles', heading: '一件事', shows: '灵活就业参保' },
    { name: 'bundle', path: bundle, heading: '开办餐饮店', shows: '可能要办的事项' },
    { name: 'bundle-question', path: `${bundle}?answers=renovate.no`, heading: '看我要办什么', shows: '卖凉菜、生食或者裱花蛋糕吗？' },
    { name: 'bundle-outcome', path: `${bundle}?answers=renovate.no~cold.no~online.none~drain.yes~sign.no`, heading: '您要办的事', shows: '经营场所布局图和操作流程图' },
    { name: 'track', path: '/progress', heading: '进度查询' },
    { name: 'verify', path: '/verify', heading: '电子证照核验' },
    { name: 'verify-unknown', path: '/verify/1.2.156.3005.2.11100000MB0184671A.1', heading: '核验结果', shows: '本平台没有签发过' },
    { name: 'rating-figures', path: '/ratings', heading: '评价公示' },
    { name: 'accessibility', path: '/accessibility', heading: '无障碍说明' },
    { name: 'sign-in', path: '/sign-in', heading: '登录', shows: '演示环境' },
    { name: 'register-person', path: '/register/person', heading: '个人注册' },
    { name: 'register-company', path: '/register/company', heading: '企业注册' },
    { name: 'reset-password', path: '/reset-password', heading: '找回密码' },
    { name: 'not-found', path: '/no-such-page', heading: '没有这个页面' },
  ];
});
afterAll(seeOff);

const own: readonly Place[] = [
  { name: 'space', path: '/space', heading: '𠮷振邦，您好', shows: '未提交的草稿' },
  { name: 'space-cases', path: '/space/cases', heading: '我的办件', shows: '这里还没有办件' },
  { name: 'space-drafts', path: '/space/drafts', heading: '草稿', shows: '没有未提交的草稿' },
  { name: 'space-licences', path: '/space/licences', heading: '电子证照', shows: '还没有电子证照' },
  { name: 'space-messages', path: '/space/messages', heading: '消息', shows: '没有消息' },
  { name: 'space-mandates', path: '/space/mandates', heading: '授权', shows: '没有给出过授权' },
  { name: 'space-data-use', path: '/space/data-use', heading: '谁用过我的数据', shows: '还没有使用记录' },
  { name: 'space-stuck-matters', path: '/space/stuck-matters', heading: '我的反映', shows: '您还没有反映过办不成的事' },
  { name: 'report-stuck-matter', path: '/stuck-matters/new', heading: '反映办不成事', shows: '联系手机号' },
  { name: 'space-account', path: '/space/account', heading: '账号与安全', shows: '本次登录' },
  { name: 'register-company-own', path: '/register/company', heading: '企业注册', shows: '还没有登记企业' },
];

/** Walks through a page with the Tab key; gives what took the focus without showing it. */
async function walkByKeyboard(page: Page): Promise<{ steps: number; unseen: string[] }> {
  const unseen: string[] = [];
  let steps = 0;
  for (; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      // A radio or file field draws its focus on the label around it.
      const around = [element, ...[...document.querySelectorAll('label')].filter((label) => label.contains(element)), ...(element.closest('.tb-drop') ? [element.closest('.tb-drop') ?? element] : [])];
      const shown = around.some((one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2; });
      const box = element.getBoundingClientRect();
      const within = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
      return shown && within ? '' : `${element.tagName} ${element.textContent?.trim().slice(0, 20) ?? ''}`;
    });
    if (state === undefined) break;
    if (state) unseen.push(state);
  }
  return { steps, unseen };
}

/** Opens a page, keeps its picture and checks what every page owes a visitor; at a desk also what it owes those without a mouse. */
async function inspect(visitor: Visitor, { name, path, heading, shows }: Place): Promise<void> {
  const { page } = visitor;
  await visitor.visit(path);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  if (shows) await page.getByRole('main').getByText(shows).filter({ visible: true }).first().waitFor();
  await visitor.capture(name);
  const found = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth, headings: document.querySelectorAll('h1').length, title: document.title,
    unnamed: [...document.querySelectorAll('img:not([alt])')].length,
  }));
  expect(found, path).toEqual({ width: page.viewportSize()?.width, headings: 1, title: expect.stringMatching(/^.{2,} - \S+$/), unnamed: 0 });
  expect(visitor.faults, path).toEqual([]);
  if (found.width < viewports.desktop.width) return;
  const { steps, unseen } = await walkByKeyboard(page);
  expect(unseen, path).toEqual([]);
  expect(steps, path).toBeGreaterThan(10);
}

/** Lets somebody sit down, do something and leave. */
async function visitAs<Result>(viewport: keyof typeof viewports, known: Known, act: (visitor: Visitor) => Promise<Result>): Promise<Result> {
  const visitor = await welcome(browser, viewport, known);
  const result = await act(visitor);
  await visitor.leave();
  return result;
}

/** Inspects all pages, some at a time: each waits mostly for the network to be quiet. */
async function tour(viewport: keyof typeof viewports, known: Known, prefix: string, all: readonly Place[]): Promise<void> {
  const waiting = [...all];
  await Promise.all(Array.from({ length: 3 }, () => visitAs(viewport, known, async (visitor) => {
    for (let place = waiting.shift(); place; place = waiting.shift()) await inspect(visitor, { ...place, name: `${prefix}-${place.name}` });
  })));
}

/** What a browser keeps after a visit in which something was done. */
function after(viewport: keyof typeof viewports, act: (visitor: Visitor) => Promise<void>): Promise<Known> {
  return visitAs(viewport, {}, async (visitor) => {
    await act(visitor);
    return { storageState: await visitor.page.context().storageState() };
  });
}

describe.each(['desktop', 'phone'] as const)('PTL-01 PTL-09 门户的每一页在 %s 上不横向滚动、不出错、有标题；电脑上只用键盘也看得见焦点', (viewport) => {
  test('不用登录的页面', async () => {
    await tour(viewport, {}, `page-${viewport}`, places);
  });

  test('我的空间', async () => {
    const known = await after(viewport, async (visitor) => {
      await visitor.visit('/sign-in');
      // He does nothing in any other journey: his space is empty.
      await signInCitizen(visitor.page, '𠮷振邦');
    });
    await tour(viewport, known, `page-${viewport}`, own);
  });
});

/** Where most people go. */
const main: ReadonlySet<string> = new Set(['home', 'search-words', 'guide', 'guidance', 'guidance-outcome', 'bundle-outcome', 'track', 'verify', 'sign-in', 'register-person']);

describe('PTL-09 无障碍', () => {
  test('放大到四倍（320 像素宽）不横向滚动', async () => {
    await tour('narrow', {}, 'page-narrow', places.filter(({ name }) => main.has(name)));
  });

  test('大字版在手机上不横向滚动，选择会记住', async () => {
    const sizeOf = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    let usual = 0;
    const known = await after('phone', async ({ page, visit }) => {
      await visit('/');
      usual = await sizeOf(page);
      await page.getByRole('button', { name: '大字版' }).click();
    });
    await visitAs('phone', known, async ({ page, visit }) => {
      await visit('/');
      expect(await sizeOf(page)).toBeGreaterThan(usual * 1.3);
    });
    await tour('phone', known, 'page-large', places.filter(({ name }) => main.has(name)));
  });

  test('菜单按钮打开手机上的导航，并说出是否展开', async () => {
    await visitAs('phone', {}, async ({ page, visit, capture }) => {
      await visit('/');
      const menu = page.getByRole('button', { name: '菜单' });
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
      await menu.click();
      await capture('page-phone-menu');
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '证照核验' }).click();
      await page.getByRole('heading', { level: 1, name: '电子证照核验' }).waitFor();
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
      expect(page.viewportSize()?.width).toBe(viewports.phone.width);
    });
  });
});
