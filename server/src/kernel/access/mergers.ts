import { mergerOf } from '../organization/index.ts';

/** Roles whose reach is an organisation reach its successor. */
export const accessMergers = [
  mergerOf({
    name: 'access.scopes', label: '以该机构为范围的角色授权',
    count: 'SELECT count(*)::int AS count FROM access.role_assignment WHERE scope_organization_id = :fromId::uuid AND ended_at IS NULL',
    move: 'UPDATE access.role_assignment SET scope_organization_id = :toId::uuid WHERE scope_organization_id = :fromId::uuid AND ended_at IS NULL RETURNING 1',
  }),
];
