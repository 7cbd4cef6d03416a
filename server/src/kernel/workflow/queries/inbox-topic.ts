import { requireStaff } from '../../access/index.ts';
import type { LiveTopic } from '../../live/index.ts';
import { candidateKeysOf } from '../engine/candidate-key.ts';

/** An officer's own inbox: a task has come, gone or been taken by somebody (WFL-02). */
export const inboxTopic: LiveTopic = {
  name: 'workflow.inbox',
  keysFor: async (ctx) => candidateKeysOf(requireStaff(ctx)).map((key) => `inbox/${key}`),
};
