import { defineModule } from '../../kernel/module/index.ts';
import { levelChanged } from '../../kernel/time-accounts/index.ts';
import { followClock } from './follow-clock.ts';
import { endWaitingJob } from './jobs/end-waiting.ts';
import { stuckMattersMessages } from './messages.ts';
import { stuckMattersMigrations } from './migrations.ts';
import { stuckMattersPermissions } from './permissions.ts';
import { stuckMatterMergers } from './mergers.ts';
import { stuckMattersRoutes } from './routes/matter-routes.ts';

export { matterFinished, matterMoved, matterRegistered, type MatterEvent } from './events.ts';
export { advanceEntry, writeEntry } from './knowledge/write-entry.ts';
export { advanceMatter } from './actions/advance-matter.ts';
export { advanceOwnMatter } from './actions/advance-own-matter.ts';
export { registerMatter, reportMatter } from './actions/register-matter.ts';
export { viewOwnMatter } from './queries/own-matters.ts';
export { clockSubject as clockOfMatters } from './actions/move-matter.ts';
export { readList as readMatterList } from './lists.ts';
export { unsafeFindMatterFacts, type MatterFacts } from './queries/matter-facts.ts';
export { saveDuty } from './duty.ts';

/** 办不成事反映: what could not be done, who is to see to it until when, the citizen's word, the cause, and what is learnt from it (STK-01, STK-02). */
export const stuckMatters = defineModule({
  name: 'stuck-matters', uses: ['catalog', 'cases', 'item-quality'], mergers: stuckMatterMergers, permissions: stuckMattersPermissions, routes: stuckMattersRoutes, jobs: [endWaitingJob], migrations: stuckMattersMigrations,
  messageTemplates: stuckMattersMessages, subscribes: [{ name: 'stuck-matters.follow-clock', types: [levelChanged], handle: followClock }],
});
