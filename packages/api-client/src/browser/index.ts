export { createAttention } from './attention.ts';
export { createLive, type Live } from './create-live.ts';
export { useLiveTopic } from './use-live-topic.ts';
