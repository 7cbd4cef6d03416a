import { mergerOf } from '../../kernel/organization/index.ts';

const open = `organization_path = :fromPath AND state = 'open'`;

/** Differences between an incoming version and ours are decided by who looks after the item. */
export const itemExchangeMergers = [
  mergerOf({
    name: 'item-exchange.differences', label: '待处理的上级版本差异', count: `SELECT count(*)::int AS count FROM item_exchange.difference WHERE ${open}`,
    move: `UPDATE item_exchange.difference SET organization_path = :toPath WHERE ${open} RETURNING 1`,
  }),
];
