import { expect } from 'vitest';
import { signInCitizen } from './citizen.ts';
import { giveReview, openItem, openReview, told } from './items-desk.ts';
import {
  applyForIt, askFirst, automate, createItem, drawForm, drawProcess, fillElements, joinParts, makeLicenceType, newItem, publishShown, switchOn, tailorDecision, writeRules, type Show,
} from './new-item-desk.ts';
import type { Visitor } from './open-page.ts';
import type { Officer } from './staff.ts';

/** Who brings the item live, and for whom. */
export interface Cast {
  officer: (accountName: string) => Promise<Officer>;
  citizen: Visitor;
  show: Show;
}

/** One chapter of the manual 新事项上线, as it is done. */
interface Chapter { title: string; run: (cast: Cast) => Promise<void> }

const implementer = 'item.admin';
/** Checks and publishes what the implementer made. */
const colleague = 'item.reviewer';
/** The version that the chapters work on. */
let versionId = '';

async function publishParts({ officer }: Cast): Promise<void> {
  const second = await officer(colleague);
  const { page, visit } = second;
  await visit(`/workbench/processes?q=${newItem.key}`);
  await page.getByRole('cell', { name: newItem.process }).click();
  await page.getByRole('region', { name: '检查', exact: true }).getByText('没有问题').waitFor();
  await publishShown(second, /已发布/);
  await visit(`/workbench/rules?q=${newItem.key}`);
  await page.getByRole('table', { name: '业务规则' }).getByText(newItem.rules).click();
  await publishShown(second, /第 1 版已发布/);
}

async function publishItem({ officer, show }: Cast): Promise<void> {
  const author = await officer(implementer);
  await askFirst(author, versionId, show);
  await joinParts(author, versionId, show);
  await author.page.getByRole('button', { name: '提交审核' }).click();
  await told(author.page, '已提交审核');
  const [first, second] = [await officer('police.decider'), await officer(colleague)];
  await openReview(first, newItem.name);
  await giveReview(first, '审核通过', '与实际办理一致，同意。', '已审核通过');
  await openReview(second, newItem.name);
  await giveReview(second, '审核通过', '同意发布。', '已审核通过');
  await second.page.getByRole('button', { name: '发布', exact: true }).click();
  await told(second.page, '已发布');
}

async function automateItem({ officer, show }: Cast): Promise<void> {
  const [author, second] = [await officer(implementer), await officer(colleague)];
  const template = await tailorDecision(author, show);
  await second.visit(template);
  await publishShown(second, /第 1 版已发布/);
  await switchOn(second, await automate(author, show));
  await openItem(author, newItem.name);
  await expect.poll(() => author.page.locator('.wb-page__aside').innerText()).toContain('已发布');
}

async function serveCitizen({ citizen, show }: Cast): Promise<void> {
  await applyForIt(citizen, () => signInCitizen(citizen.page, '林晓燕'), show);
  await expect.poll(() => citizen.page.locator('main').innerText()).toMatch(/有效[\s\S]*犬名[\s\S]*豆豆/);
  await citizen.page.getByRole('link', { name: '查看办件' }).click();
  await citizen.page.getByText('这个办件由系统自动办理').waitFor();
}

/** The whole way of a new item, from its name to a licence in a citizen's hands; each chapter goes on where the one before ended. */
export const chapters: readonly Chapter[] = [
  {
    title: '新建事项，复制共同的要素，填上自己的依据、条件、窗口',
    run: async ({ officer, show }) => {
      versionId = await createItem(await officer(implementer), show);
      await fillElements(await officer(implementer), show);
    },
  },
  {
    title: '表单、证照类型、办理流程、业务规则各建一份',
    run: async ({ officer, show }) => {
      for (const make of [drawForm, makeLicenceType, drawProcess, writeRules]) await make(await officer(implementer), show);
    },
  },
  { title: '另一位核对后发布流程和规则', run: publishParts },
  { title: '配情形引导，把材料、流程、证照接起来；初审、复审后发布', run: publishItem },
  { title: '定制决定书，设成全流程自动，另一位发布和启用', run: automateItem },
  { title: '市民在手机上查到、答题、填表，提交后当场拿到证照', run: serveCitizen },
];
