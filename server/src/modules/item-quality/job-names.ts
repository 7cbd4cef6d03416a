/** Names of the module's jobs, apart from what they do so that actions can queue them. */
export const checkPendingJob = 'item-quality.check-pending';
export const runChecksJob = 'item-quality.run-checks';
export const noteErrorsJob = 'item-quality.note-errors';
export const nightlyJob = 'item-quality.nightly';
