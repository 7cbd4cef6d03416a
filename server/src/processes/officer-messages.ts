import type { MessageTemplateDefinition } from '../kernel/messaging/index.ts';
import { caseMessages } from '../modules/cases/index.ts';

const common = ['caseId', 'itemName', 'number'] as const;
/** Steps of a task that what is told of it may be worded by. */
export const taskSteps = ['acceptance', 'review', 'decision', 'delivery'] as const;

/** What officers are told in the workbench (INT-10); tasks themselves are in the inbox. */
export const officerMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'processes.task-arrived', name: '新待办', topic: 'work', variables: [...common, 'taskName', 'due'], ...caseMessages, steps: taskSteps, link: '/workbench/cases/{{caseId}}',
    title: '待办：{{itemName}}（{{taskName}}）', body: '办件 {{number}} 到了“{{taskName}}”环节{{due}}。',
  },
  {
    key: 'processes.task-returned', name: '退回重办', topic: 'work', variables: [...common, 'taskName', 'due'], ...caseMessages, steps: taskSteps, link: '/workbench/cases/{{caseId}}',
    title: '退回重办：{{itemName}}（{{taskName}}）', body: '办件 {{number}} 被退回“{{taskName}}”环节{{due}}，退回原因见办件页面。',
  },
  {
    key: 'processes.task-deadline-moved', name: '放假安排使办理期限变化', topic: 'work', variables: [...common, 'previous', 'dueOn'], ...caseMessages, link: '/workbench/cases/{{caseId}}',
    title: '办理期限变化：{{itemName}}', body: '因工作日历调整，办件 {{number}} 的承诺办结日期由{{previous}}变为{{dueOn}}。',
  },
  {
    key: 'processes.special-procedure-proposed', name: '特别程序待批', topic: 'work', variables: [...common, 'procedure'], ...caseMessages, link: '/workbench/cases/{{caseId}}',
    title: '特别程序待批：{{itemName}}', body: '办件 {{number}} 申请“{{procedure}}”，批准之前办理期限照常计算，请尽快批复。',
  },
  {
    key: 'processes.special-procedure-answered', name: '特别程序已批复', topic: 'work', variables: [...common, 'procedure', 'answer'], ...caseMessages, link: '/workbench/cases/{{caseId}}',
    title: '特别程序{{answer}}：{{itemName}}', body: '办件 {{number}} 的“{{procedure}}”{{answer}}，批复意见见办件页面。',
  },
  {
    key: 'processes.case-supplemented', name: '申请人已补正', topic: 'work', variables: common, ...caseMessages, link: '/workbench/cases/{{caseId}}',
    title: '已补正：{{itemName}}', body: '办件 {{number}} 的申请人已提交补正，请在五个工作日内决定是否受理。',
  },
];
