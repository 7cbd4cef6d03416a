/** Sends one push. */
export const deliverPushJob = 'intelligence.deliver-push';
