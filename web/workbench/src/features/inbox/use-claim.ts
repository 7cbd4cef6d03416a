import { claimTask, releaseTask, type InboxItem } from '@tongban/server/src/kernel/workflow/contract.ts';
import { App } from 'antd';
import { api, problemOf } from '../../shared/api.ts';
import { text } from './text.ts';

/** Takes a task for oneself, or gives it back to everybody it is meant for. */
export function useClaim(onDone: () => void): { take: (item: InboxItem) => void; release: (item: InboxItem) => void } {
  const { message } = App.useApp();
  const perform = (operation: typeof claimTask | typeof releaseTask, done: string) => (item: InboxItem) => {
    api.call(operation, { params: { taskId: item.taskId } }).then(
      () => { void message.success(done); },
      (error: unknown) => {
        const { title, detail } = problemOf(error);
        void message.error(detail ? `${title}。${detail}` : title);
      },
    ).finally(onDone);
  };
  return { take: perform(claimTask, text.claimed), release: perform(releaseTask, text.released) };
}
