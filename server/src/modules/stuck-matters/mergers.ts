import { mergerOf } from '../../kernel/organization/index.ts';

const open = `organization_id = :fromId::uuid AND state NOT IN ('closed', 'rejected', 'withdrawn')`;

/** Open matters lie with the successor; their steps keep the name of who took them. Days on duty still to come are its directors'. */
export const stuckMatterMergers = [
  mergerOf({
    name: 'stuck-matters.matters', label: '办不成事反映', count: `SELECT count(*)::int AS count FROM stuck_matters.matter WHERE ${open}`,
    before: [`UPDATE stuck_matters.duty SET organization_id = :toId::uuid, organization_name = :toName WHERE organization_id = :fromId::uuid AND duty_on >= (:at::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`],
    move: `UPDATE stuck_matters.matter SET organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath, version = version + 1 WHERE ${open} RETURNING 1`,
  }),
];
