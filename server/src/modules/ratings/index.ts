import { defineModule } from '../../kernel/module/index.ts';
import { inviteToRate } from './actions/create-link.ts';
import { remindUnratedJob } from './jobs/remind-unrated.ts';
import { ratingsMessages } from './messages.ts';
import { ratingsMigrations } from './migrations.ts';
import { ratingsPermissions } from './permissions.ts';
import { ratingMergers } from './mergers.ts';
import { ratingRoutes } from './routes/rating-routes.ts';

export { addRating, addVisitRating, onlineChannel, type Visit } from './actions/give-rating.ts';
export { caseRated, rectificationFinished, rectificationMoved, rectificationOpened, type CaseRated, type RectificationEvent } from './events.ts';
export { readBadOptions } from './options.ts';
export { countOverdueRectifications, unsafeFindRectification, type RectificationFacts } from './queries/rectification-facts.ts';

/** 好差评: one rating per closed case, and the rectification of bad ones (RAT-01 … RAT-03). */
export const ratings = defineModule({
  name: 'ratings', uses: ['cases'], mergers: ratingMergers, permissions: ratingsPermissions, routes: ratingRoutes, jobs: [remindUnratedJob], migrations: ratingsMigrations, messageTemplates: ratingsMessages,
  subscribes: [{ name: 'ratings.invite-to-rate', types: ['cases.case-closed'], handle: inviteToRate }],
});
