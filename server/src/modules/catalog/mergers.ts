import { mergerOf } from '../../kernel/organization/index.ts';

/** Items are looked after by the successor at once; what the published guide says changes with its next version (`move-item`). */
export const catalogMergers = [
  mergerOf({
    name: 'catalog.items', label: '事项（实施主体名称随下一版本更改）',
    count: 'SELECT count(*)::int AS count FROM catalog.item WHERE organization_id = :fromId::uuid',
    before: ['UPDATE catalog.item_search SET organization_id = :toId::uuid WHERE organization_id = :fromId::uuid'],
    move: 'UPDATE catalog.item SET organization_id = :toId::uuid, organization_path = :toPath WHERE organization_id = :fromId::uuid RETURNING 1',
  }),
];
