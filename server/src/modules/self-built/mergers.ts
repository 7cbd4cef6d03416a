import { mergerOf } from '../../kernel/organization/index.ts';

/** Self-built systems of a department are its successor's. */
export const selfBuiltMergers = [
  mergerOf({
    name: 'self-built.systems', label: '自建系统', count: 'SELECT count(*)::int AS count FROM self_built.system WHERE organization_id = :fromId::uuid',
    move: 'UPDATE self_built.system SET organization_id = :toId::uuid, revision = revision + 1 WHERE organization_id = :fromId::uuid RETURNING 1',
  }),
];
