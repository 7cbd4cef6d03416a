import { getBoard, getTask, listAnswers, listConfirmations, listSubjects, listTasks } from '@tongban/server/src/modules/surveys/contract.ts';
import { queryClient } from '../../shared/api.ts';

function refresh(keys: readonly (readonly string[])[]): void {
  for (const key of keys) void queryClient.invalidateQueries({ queryKey: key });
}

/** Shows the newest state of a task and of what hangs on it. */
export function refreshTask(taskId: string): void {
  refresh([[getTask.id, taskId], [listAnswers.id, taskId], [listConfirmations.id, taskId], [listTasks.id]]);
}

/** Shows the newest numbers of the board. */
export function refreshBoard(): void {
  refresh([[getBoard.id], [listSubjects.id]]);
}
