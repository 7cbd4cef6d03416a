import { mergerOf } from '../../kernel/organization/index.ts';

const current = `organization_id = :fromId::uuid AND state <> 'superseded'`;
const set = 'organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath';

/** Settings of automatic approval go with their items, runs to be reviewed with them; what is counted of the past keeps the old name. */
export const decisioningMergers = [
  mergerOf({
    name: 'decisioning.settings', label: '智能审批设置', count: `SELECT count(*)::int AS count FROM decisioning.setting WHERE ${current}`,
    before: [`UPDATE decisioning.run SET ${set} WHERE organization_id = :fromId::uuid AND (review = 'open' OR outcome = 'working')`],
    move: `UPDATE decisioning.setting SET ${set}, revision = revision + 1 WHERE ${current} RETURNING 1`,
  }),
];
