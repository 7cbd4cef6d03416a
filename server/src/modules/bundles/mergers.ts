import { mergerOf } from '../../kernel/organization/index.ts';

/** Bundles that a department leads are led by its successor. */
export const bundleMergers = [
  mergerOf({
    name: 'bundles.bundles', label: '牵头的一件事', count: 'SELECT count(*)::int AS count FROM bundles.bundle WHERE lead_organization_id = :fromId::uuid',
    move: 'UPDATE bundles.bundle SET lead_organization_id = :toId::uuid, lead_name = :toName, organization_path = :toPath WHERE lead_organization_id = :fromId::uuid RETURNING 1',
  }),
];
