import type { MessageTemplateDefinition } from '../kernel/messaging/index.ts';
import { caseMessages } from '../modules/cases/index.ts';
import { taskSteps } from './officer-messages.ts';

const applicant = ['caseId', 'itemName', 'number', 'office', 'taskName', 'note'] as const;
const staff = ['caseId', 'itemName', 'number', 'taskName', 'note'] as const;

/** What a process may have told when a case comes to a step or leaves it; the note is the process's own (WFL-01). */
export const stepMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'processes.step-entered', name: '环节通知：开始（申请人）', topic: 'progress', variables: applicant, ...caseMessages, steps: taskSteps, link: '/cases/{{caseId}}',
    title: '{{taskName}}：{{itemName}}', body: '您的申请（编号 {{number}}）进入“{{taskName}}”环节，由{{office}}办理。{{note}}', sms: '您的“{{itemName}}”申请（{{number}}）进入“{{taskName}}”环节。{{note}}',
  },
  {
    key: 'processes.step-done', name: '环节通知：办完（申请人）', topic: 'progress', variables: applicant, ...caseMessages, steps: taskSteps, link: '/cases/{{caseId}}',
    title: '{{taskName}}已办完：{{itemName}}', body: '您的申请（编号 {{number}}）的“{{taskName}}”环节已经办完，{{office}}继续办理。{{note}}', sms: '您的“{{itemName}}”申请（{{number}}）的“{{taskName}}”环节已办完。{{note}}',
  },
  {
    key: 'processes.step-entered-staff', name: '环节通知：开始（工作人员）', topic: 'work', variables: staff, ...caseMessages, steps: taskSteps, link: '/workbench/cases/{{caseId}}',
    title: '{{taskName}}：{{itemName}}', body: '办件 {{number}} 进入“{{taskName}}”环节。{{note}}',
  },
  {
    key: 'processes.step-done-staff', name: '环节通知：办完（工作人员）', topic: 'work', variables: staff, ...caseMessages, steps: taskSteps, link: '/workbench/cases/{{caseId}}',
    title: '{{taskName}}已办完：{{itemName}}', body: '办件 {{number}} 的“{{taskName}}”环节已经办完。{{note}}',
  },
];
