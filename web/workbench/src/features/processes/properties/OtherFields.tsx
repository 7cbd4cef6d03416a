import { Alert, Checkbox, Select } from 'antd';
import { useId } from 'react';
import { gatewayKinds, kinds } from '../diagram/kinds.ts';
import type { Element, Moddle } from '../../../shared/diagram/services.ts';
import { text } from '../text.ts';
import { bodyOf, textOf } from './candidates.ts';
import { ExpressionField, Field, Labelled } from './Field.tsx';
import type { PartProps } from './part-props.ts';
import { checkDays, MultiFields, UserTaskFields } from './UserTaskFields.tsx';

const words = text.properties;
const plain = new Set(['bpmn:StartEvent', 'bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:Lane', 'bpmn:Participant', 'bpmn:Process']);

/** What is to be said of an element beyond its name. */
export function KindFields(props: PartProps & { onTurned: (id: string) => void }) {
  const { element } = props;
  switch (element.type) {
    case 'bpmn:UserTask': return <UserTaskFields {...props} />;
    case 'bpmn:ServiceTask': return <ServiceFields {...props} />;
    case 'bpmn:SubProcess': return <MultiFields {...props} />;
    case 'bpmn:CallActivity': return <CallFields {...props} />;
    case 'bpmn:ExclusiveGateway': case 'bpmn:ParallelGateway': case 'bpmn:InclusiveGateway': return <GatewayFields {...props} />;
    case 'bpmn:SequenceFlow': return <FlowFields {...props} />;
    case 'bpmn:EndEvent': return <EndFields {...props} />;
    case 'bpmn:IntermediateCatchEvent': case 'bpmn:BoundaryEvent': return <EventFields {...props} />;
    default: return plain.has(element.type) ? null : <Alert type="warning" showIcon title={words.unsupported} />;
  }
}

function ServiceFields({ drawing, element, disabled }: PartProps) {
  const set = (name: string, value: string | undefined) => drawing.update(element, { [`tongban:${name}`]: value });
  return (
    <>
      <Field label={words.handler} help={words.handlerHelp} value={textOf(element.businessObject, 'tongban:handler')} maxLength={80} disabled={disabled} onCommit={(value) => set('handler', value === '' ? undefined : value)} />
      <Checkbox checked={textOf(element.businessObject, 'tongban:mode') === 'waiting'} disabled={disabled} onChange={({ target }) => set('mode', target.checked ? 'waiting' : undefined)}>{words.waiting}</Checkbox>
    </>
  );
}

function CallFields({ drawing, element, disabled }: PartProps) {
  return (
    <>
      <Field label={words.called} help={words.calledHelp} value={textOf(element.businessObject, 'calledElement')} maxLength={60} disabled={disabled} onCommit={(value) => drawing.update(element, { calledElement: value === '' ? undefined : value })} />
      <MultiFields drawing={drawing} element={element} disabled={disabled} />
    </>
  );
}

function GatewayFields({ drawing, element, disabled, onTurned }: PartProps & { onTurned: (id: string) => void }) {
  const id = useId();
  return (
    <Labelled label={words.type} id={id}>
      <Select
        id={id} disabled={disabled} value={gatewayKinds.find((kind) => kinds[kind].type === element.type)} options={gatewayKinds.map((kind) => ({ value: kind, label: text.drawing.kinds[kind] }))}
        onChange={(kind) => { if (kind !== undefined) onTurned(drawing.turnInto(element, kind).id); }}
      />
    </Labelled>
  );
}

/** When a flow is taken: a condition in FEEL, or when no other is. */
function FlowFields({ drawing, element, disabled }: PartProps) {
  const source = element.businessObject.get('sourceRef') as Moddle;
  const from = drawing.find(source.id);
  if (from?.type !== 'bpmn:ExclusiveGateway' && from?.type !== 'bpmn:InclusiveGateway') return <Conditionless drawing={drawing} element={element} disabled={disabled} />;
  const isDefault = (source.get('default') as Moddle | undefined)?.id === element.id;
  return (
    <>
      <Checkbox
        checked={isDefault} disabled={disabled}
        onChange={({ target }) => {
          drawing.together(() => {
            if (target.checked && element.businessObject.get('conditionExpression') !== undefined) drawing.update(element, { conditionExpression: undefined });
            drawing.update(from, { default: target.checked ? element.businessObject : undefined });
          });
        }}
      >
        {words.default}
      </Checkbox>
      {isDefault ? null : <Condition drawing={drawing} element={element} disabled={disabled} />}
    </>
  );
}

function Condition({ drawing, element, disabled }: PartProps) {
  return (
    <ExpressionField
      label={words.condition} help={words.conditionHelp} optional value={bodyOf(element.businessObject, 'conditionExpression').replace(/^=/, '')} disabled={disabled}
      onCommit={(value) => drawing.update(element, { conditionExpression: value === '' ? undefined : drawing.make('bpmn:FormalExpression', { body: value }) })}
    />
  );
}

/** A condition where none counts is shown so that it can be taken away. */
function Conditionless(props: PartProps) {
  return <><p className="muted small">{words.noCondition}</p>{bodyOf(props.element.businessObject, 'conditionExpression') === '' ? null : <Condition {...props} />}</>;
}

const definitionsOf = (element: Element): readonly Moddle[] => element.businessObject.get('eventDefinitions') as Moddle[] | undefined ?? [];

function EndFields({ drawing, element, disabled, onTurned }: PartProps & { onTurned: (id: string) => void }) {
  const terminate = definitionsOf(element).some(({ $type }) => $type === 'bpmn:TerminateEventDefinition');
  return <Checkbox checked={terminate} disabled={disabled} onChange={({ target }) => onTurned(drawing.setTerminate(element, target.checked).id)}>{words.terminate}</Checkbox>;
}

/** A timer in working days; a time that is written otherwise is shown and stays until days are given. */
function EventFields({ drawing, element, disabled }: PartProps) {
  const [definition] = definitionsOf(element);
  if (definition?.$type === 'bpmn:MessageEventDefinition') return null;
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return <Alert type="warning" showIcon title={words.unsupported} />;
  const other = ['timeDuration', 'timeDate', 'timeCycle'].map((name) => bodyOf(definition, name)).find((value) => value !== '');
  return (
    <>
      <Field
        label={words.timer} help={other === undefined ? words.timerHelp : words.otherTimer(other)} value={textOf(definition, 'tongban:workingDays')} check={checkDays} disabled={disabled}
        onCommit={(value) => drawing.updatePart(element, definition, { 'tongban:workingDays': value === '' ? undefined : value, ...(value === '' ? {} : { timeDuration: undefined, timeDate: undefined, timeCycle: undefined }) })}
      />
      {element.type === 'bpmn:BoundaryEvent' ? <Checkbox checked={element.businessObject.get('cancelActivity') !== false} disabled={disabled} onChange={({ target }) => drawing.update(element, { cancelActivity: target.checked })}>{words.interrupting}</Checkbox> : null}
    </>
  );
}
