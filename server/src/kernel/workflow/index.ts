import { defineModule } from '../module/index.ts';
import { fireDueTimersJob } from './jobs/fire-due-timers.ts';
import { workflowMigrations } from './migrations.ts';
import { workflowPermissions } from './permissions.ts';
import { migrateCasesJob } from './migration/run-migration.ts';
import { definitionRoutes } from './routes/definition-routes.ts';
import { inboxRoutes } from './routes/inbox-routes.ts';
import { inboxTopic } from './queries/inbox-topic.ts';
import { workflowMergers } from './mergers.ts';
import { migrationRoutes } from './routes/migration-routes.ts';

export { prepareStart, startInstance, type StartInstance } from './actions/start-instance.ts';
export { completeTask, type CompleteTask } from './actions/complete-task.ts';
export { listReturnTargets, returnTask, type ReturnTask } from './actions/return-task.ts';
export { addSigners, delegateTask, transferTask } from './actions/reassign-task.ts';
export { redirectTask } from './actions/redirect-task.ts';
export { claimTask, releaseTask } from './actions/claim-task.ts';
export { hintTask } from './actions/hint-task.ts';
export { circulateTask, markRead } from './actions/circulate-task.ts';
export { cancelInstance, completeActivity, deliverMessage, migrateInstance, resumeInstance, suspendInstance } from './actions/control-instance.ts';
export { publishDefinition, type PublishedDefinition } from './definitions/publish-definition.ts';
export { findDefinition, getDefinition as getDefinitionById } from './definitions/find-definition.ts';
export { listDefinitions } from './definitions/list-definitions.ts';
export { readProgress, type InstanceProgress, type Visit } from './progress/read-progress.ts';
export { fireDueTimers } from './jobs/fire-due-timers.ts';
export { findTasksOf, listTasksOf, type OpenTask, type SubjectTask } from './queries/list-tasks-of.ts';
export { listCandidateStaff } from './queries/list-candidate-staff.ts';
export { countOpenTasks, findLeastLoaded } from './queries/staff-load.ts';
export { bases, replay, type Advice, type Assumption, type Basis, type PastVisit, type Replayed, type ReplayedVisit, type ReplayInput, type Surroundings } from './simulation/replay.ts';
export { mapForReplay, readPastInstances, startVariables, type PastInstance, type RecordedVisit } from './simulation/past-instances.ts';
export { quantile, StepCounter, type StepProfile } from './simulation/profile.ts';
export { setProcessChecks, type ProcessCheck } from './process-check.ts';
export { getDraftRecord } from './drafts/get-draft.ts';
export { checkExpression } from './engine/evaluate.ts';
export { candidateKey } from './engine/candidate-key.ts';
export { refusalError } from './engine/take-step.ts';
export { countInbox } from './queries/count-inbox.ts';
export { listInbox } from './queries/list-inbox.ts';
export { findVacant } from './engine/find-vacant.ts';
export { useTaskRouters } from './engine/task-routers.ts';
export type { StepResult } from './engine/write-unit.ts';
export type { Candidate, NodeMap, TaskOpening, Variables } from './interpreter/index.ts';
export type { Handover, PreparedStart, ProcessStart, RoutedProcess, RoutedTask, Signing, TaskRoute, TaskRouter } from './task-router.ts';
export { workflowEvents } from './events.ts';

/** Processes, tasks, timers and the one inbox of all modules (WFL-01 to WFL-03). */
export const workflowModule = defineModule({
  name: 'workflow', uses: ['organization', 'access', 'calendar', 'live'], mergers: workflowMergers, migrations: workflowMigrations, permissions: workflowPermissions,
  routes: [...definitionRoutes, ...migrationRoutes, ...inboxRoutes], jobs: [fireDueTimersJob, migrateCasesJob], liveTopics: [inboxTopic],
});
