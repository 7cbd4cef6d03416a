import { mergerOf } from '../../kernel/organization/index.ts';

/** Archives keep the name under which they were made; the successor finds and reads them. */
export const archiveMergers = [
  mergerOf({
    name: 'archives.archives', label: '办件档案', count: 'SELECT count(*)::int AS count FROM archives.archive WHERE organization_path = :fromPath',
    move: 'UPDATE archives.archive SET organization_path = :toPath WHERE organization_path = :fromPath RETURNING 1',
  }),
];
