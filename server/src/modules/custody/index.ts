import { defineModule } from '../../kernel/module/index.ts';
import { tellOverdueJob } from './jobs/tell-overdue.ts';
import { custodyMessages } from './messages.ts';
import { custodyMigrations } from './migrations.ts';
import { custodyPermissions } from './permissions.ts';
import { custodyMergers } from './mergers.ts';
import { custodyRoutes } from './routes/custody-routes.ts';

export { actOnBatch } from './actions/act-on-batch.ts';
export { actOnEnvelopes } from './actions/act-on-envelopes.ts';
export { makeBatch } from './actions/make-batch.ts';
export { cancelEnvelope, followDeadline, openEnvelope } from './actions/open-envelope.ts';
export { envelopeMoved, envelopeOpened } from './events.ts';
export { viewEnvelopeOfCase } from './queries/view-envelope.ts';
export { saveRule } from './rules.ts';

/** 纸质流转: whose paper travels where, in which envelope and batch, who signed for it, who holds it now (INT-12). */
export const custody = defineModule({
  name: 'custody', uses: ['catalog', 'cases'], mergers: custodyMergers, permissions: custodyPermissions, routes: custodyRoutes, jobs: [tellOverdueJob], migrations: custodyMigrations, messageTemplates: custodyMessages,
});
