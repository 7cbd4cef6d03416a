import { mergerOf } from '../../kernel/organization/index.ts';

/** Templates of a department are looked after by its successor. */
export const templateMergers = [
  mergerOf({
    name: 'templates.templates', label: '文书、消息模板', count: 'SELECT count(*)::int AS count FROM templates.template WHERE organization_path = :fromPath',
    move: 'UPDATE templates.template SET organization_path = :toPath WHERE organization_path = :fromPath RETURNING 1',
  }),
];
