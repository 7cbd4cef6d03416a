import type { ProcessNode } from './model.ts';

/** Values a problem's message names; `element` is how people find the shape on the canvas. */
export interface ProblemParams {
  readonly element?: string;
  readonly value?: string;
}

const messages = {
  'invalid-xml': (p: ProblemParams) => `流程文件不是可读的 BPMN 2.0 XML：${p.value ?? ''}`,
  'too-large': (p: ProblemParams) => `流程文件过大，最多 ${p.value ?? ''} 个字符，请拆分为调用活动`,
  'no-process': () => '流程文件里没有流程定义，请先画出一个流程',
  'several-processes': (p: ProblemParams) => `一个文件只能有一个可执行流程，现有：${p.value ?? ''}`,
  'unsupported-element': (p: ProblemParams) => `${p.element ?? '流程'}用了暂不支持的元素「${p.value ?? ''}」，请换成受支持的元素`,
  'duplicate-id': (p: ProblemParams) => `标识 ${p.value ?? ''} 重复，请改为唯一的标识`,
  'missing-id': (p: ProblemParams) => `有一个「${p.value ?? ''}」没有标识，请补上`,
  'unresolved-reference': (p: ProblemParams) => `${p.element ?? '元素'}引用的 ${p.value ?? ''} 不存在，请重新连接`,
  'flow-crosses-scope': (p: ProblemParams) => `连线 ${p.value ?? ''} 跨越了子流程边界，请只在同一层内连线`,
  'no-start': (p: ProblemParams) => `${p.element ?? '流程'}没有开始事件，请加一个`,
  'several-starts': (p: ProblemParams) => `${p.element ?? '流程'}有多个开始事件，只能保留一个`,
  'flow-into-start': (p: ProblemParams) => `${p.element ?? '开始事件'}不能有流入的连线`,
  'flow-into-boundary': (p: ProblemParams) => `边界事件${p.element ?? ''}不能有流入的连线`,
  'unreachable-node': (p: ProblemParams) => `${p.element ?? '节点'}从开始事件走不到，请接上连线或删除`,
  'no-path-to-end': (p: ProblemParams) => `${p.element ?? '节点'}走不到任何结束事件，请接到后续节点`,
  'flow-out-of-end': (p: ProblemParams) => `${p.element ?? '结束事件'}不能有流出的连线`,
  'implicit-split': (p: ProblemParams) => `${p.element ?? '节点'}有多条流出连线，请用网关写明是选择还是并行`,
  'no-default-flow': (p: ProblemParams) => `${p.element ?? '网关'}的流出连线全有条件又没有默认连线，条件都不成立时会卡住，请指定默认连线`,
  'missing-condition': (p: ProblemParams) => `${p.element ?? '网关'}${p.value ?? ''}的连线没有条件，请补上条件或设为默认连线`,
  'condition-not-allowed': (p: ProblemParams) => `连线 ${p.value ?? ''} 不是从排他或包容网关流出的，条件不起作用，请删除条件`,
  'default-not-outgoing': (p: ProblemParams) => `${p.element ?? '网关'}的默认连线 ${p.value ?? ''} 不是从它流出的`,
  'default-with-condition': (p: ProblemParams) => `默认连线 ${p.value ?? ''} 不应带条件，请删除条件`,
  'endless-loop': (p: ProblemParams) => `${p.value ?? ''}构成没有人工任务、定时或消息的循环，会无休止地执行，请加入等待环节`,
  'missing-candidates': (p: ProblemParams) => `${p.element ?? '用户任务'}没有办理人，请按岗位、角色、机构或表达式指定`,
  'invalid-candidate': (p: ProblemParams) => `${p.element ?? '用户任务'}的办理人设置为空或同时写了表达式与岗位等，请二选一`,
  'notice-without-message': (p: ProblemParams) => `${p.element ?? '用户任务'}有一条通知没有选消息模板，请选一个或移除这条通知`,
  'notice-channel': (p: ProblemParams) => `${p.element ?? '用户任务'}有一条给工作人员的通知选了短信；工作人员只收站内信，请改为站内信`,
  'fields-without-form': (p: ProblemParams) => `${p.element ?? '用户任务'}设了字段的填写权限，但没有选表单，请选表单或清除字段设置`,
  'field-twice': (p: ProblemParams) => `${p.element ?? '用户任务'}的字段 ${p.value ?? ''} 设了两次填写权限，请只留一个`,
  'incomplete-rule': (p: ProblemParams) => `${p.element ?? '用户任务'}有一条规则没有写全，请选规则集、决策和结果值`,
  'rule-cannot-block': (p: ProblemParams) => `${p.element ?? '用户任务'}有一条进入环节时的规则选了“不让办完”；进入时还没有办理，请改为提示，或改在办完之前运行`,
  'rule-outcome-late': (p: ProblemParams) => `${p.element ?? '用户任务'}有一条办完之前的规则选了“给出默认结论”；默认结论要在进入时给出，请改为进入时运行`,
  'too-many-properties': (p: ProblemParams) => `${p.element ?? '用户任务'}的通知、字段或规则超过 ${p.value ?? ''} 条，请减少`,
  'text-too-long': (p: ProblemParams) => `${p.element ?? '用户任务'}有一段通知或规则的文字超过 ${p.value ?? ''} 个字，请写短些`,
  'missing-handler': (p: ProblemParams) => `${p.element ?? '服务任务'}没有指定处理程序，请选一个`,
  'unknown-handler': (p: ProblemParams) => `${p.element ?? '服务任务'}的处理程序 ${p.value ?? ''} 不存在`,
  'missing-called-process': (p: ProblemParams) => `${p.element ?? '调用活动'}没有指定被调用的流程`,
  'missing-collection': (p: ProblemParams) => `${p.element ?? '多实例活动'}没有指定会签集合或次数`,
  'missing-message': (p: ProblemParams) => `${p.element ?? '消息事件'}没有指定消息名称`,
  'invalid-timer': (p: ProblemParams) => `${p.element ?? '定时事件'}的时间 ${p.value ?? ''} 不可用，请写 ISO 8601 时长、时刻，或工作日数`,
  'timer-cycle-not-allowed': (p: ProblemParams) => `${p.element ?? '定时事件'}只有不中断的边界定时才能重复`,
  'invalid-attribute': (p: ProblemParams) => `${p.element ?? '元素'}的设置 ${p.value ?? ''} 不在允许范围内`,
  'invalid-expression': (p: ProblemParams) => `${p.element ?? '元素'}的表达式有误：${p.value ?? ''}`,
} as const;

export type ProblemCode = keyof typeof messages;

/** One reason why a process cannot be published; `message` tells the author what to do. */
export interface Problem {
  readonly code: ProblemCode;
  /** Id of the node or flow at fault. */
  readonly element?: string;
  readonly message: string;
}

interface Described { readonly id?: string | undefined; readonly name?: string | undefined; readonly kind?: string | undefined }

/** What people call each kind of node. */
export const nodeKindLabels: Readonly<Record<ProcessNode['kind'], string>> = {
  'start': '开始', 'end': '结束', 'user-task': '人工环节', 'service-task': '系统环节', 'call-activity': '调用其他流程', 'sub-process': '子流程', 'exclusive': '选择网关', 'parallel': '并行网关', 'inclusive': '多选网关',
  'timer': '定时等待', 'message': '等待消息', 'boundary-timer': '到时处理', 'boundary-message': '消息处理',
};

/** Names an element for people: its label when it has one, else its kind, and its id where nothing says more. */
export function describeElement({ id, name, kind }: Described): string {
  const label = name || (kind === undefined ? undefined : nodeKindLabels[kind as ProcessNode['kind']]);
  return `「${label ?? id ?? '未命名'}」`;
}

/** Builds a problem about an element (or the whole process, when none is given). */
export function createProblem(
  code: ProblemCode,
  element?: Described,
  value?: string,
): Problem {
  const params = {
    ...(element === undefined ? {} : { element: describeElement(element) }),
    ...(value === undefined ? {} : { value }),
  };
  return { code, ...(element?.id === undefined ? {} : { element: element.id }), message: messages[code](params) };
}
