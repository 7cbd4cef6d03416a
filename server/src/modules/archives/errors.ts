import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'archives.not-found': { kind: 'not-found', title: '没有找到这份档案', detail: '它可能不在您的管理范围内，请回到档案列表再选。' },
  'archives.not-made': { kind: 'rule-violated', title: '档案包还没有做好', detail: '请先点“立即归档”，做好后再下载。' },
  'archives.changed': { kind: 'conflict', title: '这份档案刚刚变了', detail: '请刷新后再操作。' },
  'archives.permanent': { kind: 'rule-violated', title: '永久保管的档案不用延长', detail: '它没有到期的一天。' },
  'archives.not-expired': { kind: 'rule-violated', title: '保管期限还没有到', detail: '到期前三个月起才能鉴定是否延长。' },
  'archives.default-stays': { kind: 'rule-violated', title: '通用的保管期限不能删除', detail: '没有单独规定的事项都按它保管；请改它的年限。' },
  'archives.item-unknown': { kind: 'invalid', title: '没有找到这个事项', detail: '请从事项清单中选择已发布过的事项。' },
});
