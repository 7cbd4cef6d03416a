import { mergerOf } from '../organization/index.ts';

/** Rule sets are looked after by the successor; what they decided stays. */
export const ruleMergers = [
  mergerOf({
    name: 'rules.rule-sets', label: '业务规则', count: 'SELECT count(*)::int AS count FROM rules.rule_set WHERE organization_path = :fromPath',
    move: 'UPDATE rules.rule_set SET organization_path = :toPath WHERE organization_path = :fromPath RETURNING 1',
  }),
];
