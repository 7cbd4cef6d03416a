import { defineModule, handle } from '../../kernel/module/index.ts';
import { listSeals, listSealUses } from './contract.ts';
import { sealsMigrations } from './migrations.ts';
import { findSeals, findSealUses } from './queries/list-seals.ts';

export { makeSeal } from './actions/make-seal.ts';
export { sealDocument, signWords, type DocumentToSeal, type SealedDocument } from './actions/seal-document.ts';
export { trustedRoots } from './authority.ts';

/** Electronic seals of organisations and every use of them (SEL-01, SEL-02). */
export const seals = defineModule({
  name: 'seals', uses: [], migrations: sealsMigrations,
  permissions: [{ code: 'seals.seal.view', label: '查看电子印章和用章记录', defaultRoles: ['licence-issuer', 'decider', 'supervisor'] }],
  routes: [
    handle(listSeals, (ctx, { query }) => findSeals(ctx, query)),
    handle(listSealUses, (ctx, { params, query }) => findSealUses(ctx, params.sealId, query)),
  ],
});
