import { defineModule } from '../../kernel/module/index.ts';
import { handlingPermissions } from './permissions.ts';
import { handlingRoutes } from './routes/handling-routes.ts';

export { decideCase } from './actions/decide-case.ts';
export { addDelivery, addDeliveryAgain, deliverResult, type Handover } from './actions/deliver-result.ts';
export { addStepNote } from './actions/add-step-note.ts';
export { recordReview } from './actions/record-review.ts';
export { revokeDecision } from './actions/revoke-decision.ts';
export { takeOverCase } from './actions/take-over-case.ts';

/** From acceptance to delivery: reviews, special procedures, extension, decision (HND-01 … HND-04). */
export const handling = defineModule({
  name: 'handling', uses: ['catalog', 'licences', 'cases', 'intake'], permissions: handlingPermissions, routes: handlingRoutes,
});
