const names: Readonly<Record<string, string>> = {
  'bpmn:Task': '未分类任务',
  'bpmn:ManualTask': '手工任务',
  'bpmn:ScriptTask': '脚本任务',
  'bpmn:BusinessRuleTask': '业务规则任务',
  'bpmn:SendTask': '发送任务',
  'bpmn:ReceiveTask': '接收任务',
  'bpmn:EventBasedGateway': '事件网关',
  'bpmn:ComplexGateway': '复杂网关',
  'bpmn:IntermediateThrowEvent': '中间抛出事件',
  'bpmn:AdHocSubProcess': '特别子流程',
  'bpmn:Transaction': '事务子流程',
  'bpmn:CallChoreography': '编排调用',
  'bpmn:StandardLoopCharacteristics': '标准循环',
  'bpmn:SignalEventDefinition': '信号事件',
  'bpmn:ErrorEventDefinition': '错误事件',
  'bpmn:EscalationEventDefinition': '升级事件',
  'bpmn:CompensateEventDefinition': '补偿事件',
  'bpmn:ConditionalEventDefinition': '条件事件',
  'bpmn:LinkEventDefinition': '链接事件',
  'bpmn:CancelEventDefinition': '取消事件',
  'bpmn:MessageEventDefinition': '消息事件',
  'bpmn:TimerEventDefinition': '定时事件',
  'bpmn:TerminateEventDefinition': '终止事件',
};

/** Names a BPMN type as the modelling tool shows it, with the type itself so that it can be searched for. */
export function nameType(type: string): string {
  const name = names[type];
  return name === undefined ? type : `${name} ${type}`;
}
