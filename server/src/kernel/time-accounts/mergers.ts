import { mergerOf } from '../organization/index.ts';

/** Clocks that run or stand still are the successor's; their days do not change. */
export const timeMergers = [
  mergerOf({
    name: 'time-accounts.accounts', label: '运行中的时限',
    count: `SELECT count(*)::int AS count FROM time.account WHERE organization_id = :fromId::uuid AND closed_on IS NULL`,
    move: `UPDATE time.account SET organization_id = :toId::uuid WHERE organization_id = :fromId::uuid AND closed_on IS NULL RETURNING 1`,
  }),
];
