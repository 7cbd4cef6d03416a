import type { TaskRouter } from '../../../kernel/workflow/index.ts';
import { checkHandover, listTakers } from './check-handover.ts';
import { recordSigning } from './record-signing.ts';
import { routeTasks } from './route-tasks.ts';
import { prepareStart } from './split-case.ts';

/** Dispatches the tasks of cases by the rules in force (DEC-07). */
export const caseRouter: TaskRouter = { subjectType: 'case', routeTasks, checkHandover, listTakers, recordSigning, prepareStart };
