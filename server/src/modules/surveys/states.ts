/** A survey: 编制中 → 已下发 → 已结束. */
export const surveyStates = ['draft', 'dispatched', 'closed'] as const;
export type SurveyState = (typeof surveyStates)[number];

/** A department's part of a survey: 填报中 → 已确认 → 已采用; 退回 leads back. */
export const taskStates = ['open', 'confirmed', 'adopted'] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskAction = 'answer' | 'confirm' | 'return' | 'adopt';

const transitions: Readonly<Record<TaskState, Partial<Record<TaskAction, TaskState>>>> = {
  open: { answer: 'open', confirm: 'confirmed' },
  confirmed: { return: 'open', adopt: 'adopted' },
  // Elements are adopted in several goes.
  adopted: { adopt: 'adopted' },
};

/** The state after `action`, or undefined when this state refuses it (CAT-13). */
export function findNextState(state: TaskState, action: TaskAction): TaskState | undefined {
  return transitions[state][action];
}

export const surveyStateLabels: Readonly<Record<SurveyState, string>> = { draft: '编制中', dispatched: '已下发', closed: '已结束' };
export const taskStateLabels: Readonly<Record<TaskState, string>> = { open: '填报中', confirmed: '已确认', adopted: '已采用' };

/** Stages of bundles by what has become of them; one that nobody claimed, or that was retired, is not combed. */
const bundleStages: Readonly<Partial<Record<string, Stage>>> = { claimed: 'not-started', draft: 'drafted', 'in-review': 'confirmed', published: 'online' };

/**
 * The stage of a bundle in a state of `bundles`: 认领后未开始, 配置中为初稿, the lead department handed it in 部门确认, published
 * 上线; undefined for one that is not combed (CAT-13).
 */
export function stageOfBundle(state: string): Stage | undefined {
  return bundleStages[state];
}

/** How far the combing of an item, a bundle or an automatic approval has come: 未开始, 初稿, 部门确认, 上线. */
export const stages = ['not-started', 'drafted', 'confirmed', 'online'] as const;
export type Stage = (typeof stages)[number];
export const stageLabels: Readonly<Record<Stage, string>> = { 'not-started': '未开始', drafted: '初稿', confirmed: '部门确认', online: '上线' };
