export { createAttention } from './attention.ts';
export { createLive, type Live } from './create-live.ts';
export { createInSession, type InSession, type SignInGate } from './in-session.ts';
export { useLiveTopic } from './use-live-topic.ts';
