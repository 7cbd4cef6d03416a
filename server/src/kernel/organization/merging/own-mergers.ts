import { mergerOf } from './merger-contribution.ts';

/** What the organisation tables themselves move: officers with their posts. */
export const organizationMergers = [
  mergerOf({
    name: 'organization.staff', label: '工作人员及岗位',
    count: 'SELECT count(*)::int AS count FROM organization.staff WHERE organization_id = :fromId::uuid AND valid_to IS NULL',
    before: [
      `INSERT INTO organization.staff_post (id, staff_id, organization_id, post_code, valid_from)
       SELECT gen_random_uuid(), p.staff_id, :toId::uuid, p.post_code, (:at::timestamptz AT TIME ZONE 'Asia/Shanghai')::date FROM organization.staff_post p
       WHERE p.organization_id = :fromId::uuid AND p.valid_to IS NULL ON CONFLICT DO NOTHING`,
      `UPDATE organization.staff_post SET valid_to = (:at::timestamptz AT TIME ZONE 'Asia/Shanghai')::date WHERE organization_id = :fromId::uuid AND valid_to IS NULL`,
    ],
    move: 'UPDATE organization.staff SET organization_id = :toId::uuid, revision = revision + 1 WHERE organization_id = :fromId::uuid AND valid_to IS NULL RETURNING 1',
  }),
];
