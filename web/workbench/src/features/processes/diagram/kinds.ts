/** What can be drawn: the elements that the platform runs. */
export const kinds = {
  'user-task': { type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task' },
  'service-task': { type: 'bpmn:ServiceTask', icon: 'bpmn-icon-service-task' },
  'exclusive': { type: 'bpmn:ExclusiveGateway', icon: 'bpmn-icon-gateway-xor' },
  'parallel': { type: 'bpmn:ParallelGateway', icon: 'bpmn-icon-gateway-parallel' },
  'inclusive': { type: 'bpmn:InclusiveGateway', icon: 'bpmn-icon-gateway-or' },
  'timer': { type: 'bpmn:IntermediateCatchEvent', icon: 'bpmn-icon-intermediate-event-catch-timer', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  'sub-process': { type: 'bpmn:SubProcess', icon: 'bpmn-icon-subprocess-expanded', isExpanded: true },
  'start': { type: 'bpmn:StartEvent', icon: 'bpmn-icon-start-event-none' },
  'end': { type: 'bpmn:EndEvent', icon: 'bpmn-icon-end-event-none' },
} as const;

export type Kind = keyof typeof kinds;
/** Kinds that may follow another element; a start follows nothing, and what is in a sub-process is drawn into it. */
export const following: readonly Kind[] = ['user-task', 'exclusive', 'parallel', 'inclusive', 'timer', 'service-task', 'sub-process', 'end'];
export const gatewayKinds = ['exclusive', 'parallel', 'inclusive'] as const;
