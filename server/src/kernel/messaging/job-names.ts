/** Sends one SMS. */
export const deliverSmsJob = 'messaging.deliver-sms';
