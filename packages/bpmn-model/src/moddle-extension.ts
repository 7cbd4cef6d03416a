const text = (name: string) => ({ name, isAttr: true, type: 'String' });

/**
 * Describes the `tongban:` attributes and elements to bpmn-moddle, and so to bpmn-js in a designer.
 * Everything is read as text and checked by the reader, because moddle turns a bad number silently into NaN.
 */
export const tongbanExtension = {
  name: 'Tongban',
  uri: 'urn:tongban:bpmn:1',
  prefix: 'tongban',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'UserTaskExtension',
      extends: ['bpmn:UserTask'],
      properties: ['step', 'limitWorkingDays', 'noHandler', 'reviewOrganisation', 'form'].map(text),
    },
    { name: 'ServiceTaskExtension', extends: ['bpmn:ServiceTask'], properties: ['handler', 'mode'].map(text) },
    {
      name: 'MultiInstanceExtension',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: ['collection', 'elementVariable', 'outputElement', 'outputCollection'].map(text),
    },
    { name: 'TimerExtension', extends: ['bpmn:TimerEventDefinition'], properties: ['workingDays'].map(text) },
    { name: 'MessageExtension', extends: ['bpmn:MessageEventDefinition'], properties: ['correlationKey'].map(text) },
    {
      name: 'Candidate',
      superClass: ['Element'],
      properties: ['post', 'role', 'organisation', 'person', 'expression'].map(text),
    },
    { name: 'Notice', superClass: ['Element'], properties: ['on', 'to', 'message', 'channel', 'note'].map(text) },
    { name: 'Field', superClass: ['Element'], properties: ['field', 'access'].map(text) },
    { name: 'Rule', superClass: ['Element'], properties: ['on', 'ruleSet', 'decision', 'effect', 'value', 'message', 'inputs'].map(text) },
  ],
} as const;
