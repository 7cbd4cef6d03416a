import { defineModule, handle } from '../module/index.ts';
import { listReviewSettings, removeReviewSetting, saveReviewSetting } from './contract.ts';
import { reviewMergers } from './mergers.ts';
import { reviewsMigrations } from './migrations.ts';
import { reviewMessages, reviewNotices } from './notify.ts';
import { reviewsPermissions } from './permissions.ts';
import { listReviewProcesses, listReviewSettings as listSettings, removeReviewSetting as remove, saveReviewSetting as save } from './settings.ts';

export { startReview, type ReviewSubject, type StartReview } from './start-review.ts';
export { cancelReview, decideReview, type ReviewOutcome } from './decide-review.ts';
export { passReview } from './pass-review.ts';
export { findReview, listReviews, type PastReview } from './find-review.ts';
export { countOpenReviewComments, deleteReviewComments, type Discussed } from './comments.ts';
export { commentRoutes } from './comment-routes.ts';
export { defaultProcessKey } from './settings.ts';
export { reviewEnded } from './events.ts';

/** Reviews of what a catalogue holds, by configurable processes (CAT-03). */
export const reviewsModule = defineModule({
  name: 'reviews', uses: ['organization', 'workflow', 'messaging'], mergers: reviewMergers, migrations: reviewsMigrations, permissions: reviewsPermissions,
  subscribes: reviewNotices, messageTemplates: reviewMessages,
  routes: [
    handle(listReviewSettings, async (ctx) => ({ settings: await listSettings(ctx), processes: await listReviewProcesses(ctx) })),
    handle(saveReviewSetting, (ctx, { body }) => save(ctx, body)),
    handle(removeReviewSetting, (ctx, { params }) => remove(ctx, params.settingId)),
  ],
});
