/** A supervisor has given a task to others; aggregate: the case, data `{caseId, caseNumber, taskId, taskName, from, to, reason}`. */
export const taskRedispatched = 'dispatch.task-redispatched';
