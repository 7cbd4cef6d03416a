import { systemActor } from '../../kernel/access/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { renderDocument, type NoticeDefinition } from '../../kernel/documents/index.ts';
import { storeFile } from '../../kernel/files/index.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import { answerDelegation, listDelegations, proposeDelegation, reviewDelegation, submitDelegation } from '../../modules/delegation/index.ts';
import { seedItems, type DepartmentName } from '../content/index.ts';

/** 委托书, as departments draw it up. */
const letter: NoticeDefinition = {
  kind: 'notice', code: 'demonstration-entrustment', name: '行政许可委托书', organization: '{{giver}}', title: '行政许可委托书',
  blocks: [
    { type: 'paragraph', text: '{{receiver}}：', indent: false },
    { type: 'paragraph', text: '依据《中华人民共和国行政许可法》第二十四条，现委托你单位以本机关名义实施“{{itemName}}”，期限自{{startsOn|date}}至{{endsOn|date}}。你单位不得再委托其他组织或者个人实施。' },
    { type: 'paragraph', text: '本件为演示文件。' },
  ],
  signature: { organization: '{{giver}}', date: '{{startsOn|date}}' },
};

interface Entrustment { giver: DepartmentName; receiver: DepartmentName; itemKey: string; accepted: boolean }

const entrustments: readonly Entrustment[] = [
  { giver: '区住建局', receiver: '区综合执法局', itemKey: 'road-occupation', accepted: true },
  { giver: '区市监局', receiver: '区行政审批局', itemKey: 'prepackaged-food-filing', accepted: false },
];

const oneDay = 86_400_000;

/** One entrustment in force and one that waits for the receiver's answer. */
export async function seedDelegations(ctx: Context, organizationIdOf: (department: DepartmentName) => string): Promise<void> {
  if ((await listDelegations(ctx, { limit: 1 })).items.length > 0) return;
  const others = ['seed-review', 'seed-receiver'].map((id) => systemContext(ctx.kernel, systemActor(id, '演示数据'), createId()));
  const [reviewer = ctx, receiver = ctx] = others;
  const published = await findPublishedItems(ctx.kernel, seedItems.map(({ elements }) => elements.localTaskCode));
  for (const one of entrustments) {
    const item = seedItems.find(({ key }) => key === one.itemKey);
    const itemId = item && published.get(item.elements.localTaskCode);
    if (!item || itemId === undefined) continue;
    const now = ctx.kernel.clock.now();
    const [startsOn, endsOn] = [chinaDate(now), chinaDate(new Date(now.getTime() + 364 * oneDay))];
    const content = await renderDocument(letter, { giver: one.giver, receiver: one.receiver, itemName: item.elements.name, startsOn, endsOn }, { createdAt: now });
    const file = await storeFile(ctx, { fileName: '行政许可委托书.pdf', content }, { purpose: 'delegation' });
    const id = await proposeDelegation(ctx, {
      kind: 'entrust', giverId: organizationIdOf(one.giver), receiverId: organizationIdOf(one.receiver), itemIds: [itemId],
      legalBasis: '《中华人民共和国行政许可法》第二十四条第一款：行政机关在其法定职权范围内，依照法律、法规、规章的规定，可以委托其他行政机关实施行政许可。委托机关应当将受委托行政机关和受委托实施行政许可的内容予以公告。',
      fileId: file.id, startsOn, endsOn, changeable: ['windows', 'consultationTelephone', 'promisedLimit', 'faqs'],
      terms: '受委托方负责受理、审查、决定和送达；法律责任由委托方承担。',
    });
    await submitDelegation(ctx, id, 1);
    await reviewDelegation(reviewer, id, { version: 2, decision: 'approve', opinion: '依据充分，同意委托。' });
    if (one.accepted) await answerDelegation(receiver, id, { version: 3, accept: true });
  }
}
