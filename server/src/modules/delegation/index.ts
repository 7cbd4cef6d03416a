import { defineModule } from '../../kernel/module/index.ts';
import { organizationMerged } from '../../kernel/organization/index.ts';
import { endWithin } from './actions/end.ts';
import { followGiverSubscription } from './follow-giver.ts';
import { followDatesJob } from './jobs/follow-dates.ts';
import { delegationMergers } from './mergers.ts';
import { delegationInit } from './migrations/20261128-59-delegation-init.ts';
import { delegationMessages, delegationNotices } from './notify.ts';
import { delegationPermissions } from './permissions.ts';
import { delegationRoutes } from './routes/delegation-routes.ts';

export { delegationAnswered, delegationEnded, delegationOffered } from './events.ts';
export { answer as answerDelegation, review as reviewDelegation } from './actions/answer.ts';
export { listDelegations } from './queries/list-delegations.ts';
export { propose as proposeDelegation, submit as submitDelegation } from './actions/propose.ts';

/** 下放、委托、授权 of items from one organisation to another, with both sides' consent and an end (CAT-02, CAT-03). */
export const delegation = defineModule({
  name: 'delegation', uses: ['catalog'], mergers: delegationMergers, permissions: delegationPermissions, routes: delegationRoutes, jobs: [followDatesJob],
  subscribes: [...delegationNotices, followGiverSubscription, { name: 'delegation.end-within', types: [organizationMerged], handle: endWithin }], migrations: [delegationInit], messageTemplates: delegationMessages,
});
