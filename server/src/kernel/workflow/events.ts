/** Events of the workflow; their aggregate is the subject (a case), so that they keep its order. */
export const workflowEvents = {
  /** `{instanceId, subjectNumber, subjectTitle, tasks: [{taskId, node, name, step, candidates, dueOn, returned}]}` */
  tasksCreated: 'workflow.tasks-created',
  /** As `tasksCreated`, of tasks that a person has given to others; each task also says `from`: the id of the officer who had it, or null. */
  tasksRedirected: 'workflow.tasks-redirected',
  /** `{instanceId, activityId, handler, waiting, variables}`; one that is waited for is answered with `completeActivity`. */
  serviceInvoked: 'workflow.service-invoked',
  /** `{instanceId, parentId, how, end, variables}` */
  instanceEnded: 'workflow.instance-ended',
} as const;
