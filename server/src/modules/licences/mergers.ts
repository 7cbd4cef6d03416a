import { mergerOf } from '../../kernel/organization/index.ts';

/** The successor issues from now on; licences already issued name who issued them. */
export const licenceMergers = [
  mergerOf({
    name: 'licences.types', label: '证照类型', count: 'SELECT count(*)::int AS count FROM licences.licence_type WHERE issuer_id = :fromId::uuid',
    move: 'UPDATE licences.licence_type SET issuer_id = :toId::uuid, issuer_name = :toName, organization_path = :toPath, revision = revision + 1 WHERE issuer_id = :fromId::uuid RETURNING 1',
  }),
];
