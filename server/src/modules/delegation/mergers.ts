import { mergerOf } from '../../kernel/organization/index.ts';

const open = `state NOT IN ('ended', 'refused', 'withdrawn') AND :fromId::uuid IN (giver_id, receiver_id)`;
const moved = (side: 'giver' | 'receiver'): string => Object.entries({ id: ':toId::uuid', path: ':toPath', name: ':toName' })
  .map(([column, to]) => `${side}_${column} = CASE WHEN ${side}_id = :fromId::uuid THEN ${to} ELSE ${side}_${column} END`).join(', ');

/**
 * What was given or received goes on with the successor; an item that the successor received already keeps the delegation it
 * had. Between the two themselves nothing is left to give: `endWithin` ends it.
 */
export const delegationMergers = [
  mergerOf({
    name: 'delegation.delegations', label: '下放、授权、委托', count: `SELECT count(*)::int AS count FROM delegation.delegation WHERE ${open}`,
    before: [
      `UPDATE delegation.item i SET receiver_id = :toId::uuid WHERE receiver_id = :fromId::uuid AND standing
       AND NOT EXISTS (SELECT FROM delegation.item o WHERE o.item_id = i.item_id AND o.receiver_id = :toId::uuid AND o.standing)`,
    ],
    move: `UPDATE delegation.delegation SET ${moved('giver')}, ${moved('receiver')}, version = version + 1 WHERE ${open} RETURNING 1`,
  }),
];
