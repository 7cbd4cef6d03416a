/** Works off what is due on one channel. */
export const deliverMessagesJob = 'messaging.deliver';
