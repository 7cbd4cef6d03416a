import { mergerOf } from '../../kernel/organization/index.ts';

const standing = `organization_id = :fromId::uuid AND state IN ('pending', 'confirmed')`;

/** Entries of the basic directory are claimed and to be claimed by the successor; where both had claimed one, the successor's own claim stands. */
export const directoryMergers = [
  mergerOf({
    name: 'directory.claims', label: '基本目录认领', count: `SELECT count(*)::int AS count FROM directory.claim WHERE ${standing}`,
    before: [
      'UPDATE directory.duty SET organization_id = :toId::uuid WHERE organization_id = :fromId::uuid',
      `UPDATE directory.claim c SET state = 'ended', decision_reason = '机构合并，承接机构已认领', version = version + 1 WHERE ${standing}
       AND EXISTS (SELECT FROM directory.claim o WHERE o.entry_id = c.entry_id AND o.region_code = c.region_code AND o.organization_id = :toId::uuid AND o.state IN ('pending', 'confirmed'))`,
    ],
    move: `UPDATE directory.claim SET organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath, version = version + 1 WHERE ${standing} RETURNING 1`,
  }),
];
