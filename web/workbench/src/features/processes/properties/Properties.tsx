import { Button, Select, Space } from 'antd';
import { useId, useState } from 'react';
import type { Drawing } from '../diagram/drawing.ts';
import { following } from '../diagram/kinds.ts';
import type { Element } from '../../../shared/diagram/services.ts';
import { flowName, nameOf } from '../editor/Outline.tsx';
import type { Desk } from '../editor/use-desk.ts';
import { text } from '../text.ts';
import { Field, Labelled } from './Field.tsx';
import { KindFields } from './OtherFields.tsx';

const words = text.properties;

interface PropertiesProps { desk: Desk; disabled: boolean }

/** What is written of the selected element, and what can be done with it without a mouse. */
export function Properties({ desk, disabled }: PropertiesProps) {
  const { drawing, selected } = desk;
  if (!drawing) return null;
  const element = selected === undefined ? undefined : drawing.find(selected);
  if (!element) {
    const root = drawing.root();
    return (
      <section aria-label={words.process} className="process-properties">
        <h2>{words.process}</h2>
        <Field label={words.name} value={root.businessObject.name ?? ''} disabled={disabled} onCommit={(name) => drawing.update(root, { name })} />
        <p className="muted small">{words.nothing}</p>
      </section>
    );
  }
  const flow = element.type === 'bpmn:SequenceFlow';
  return (
    <section aria-label={flow ? flowName(element) : nameOf(element)} className="process-properties" key={element.id}>
      <h2>{text.drawing.typeNames[element.type] ?? element.type}<span className="faint small">　{flow ? flowName(element) : element.id}</span></h2>
      {element.type === 'bpmn:Association' ? null : <Field label={words.name} value={element.businessObject.name ?? ''} disabled={disabled} onCommit={(name) => drawing.get('modeling').updateLabel(element, name)} />}
      <KindFields drawing={drawing} element={element} disabled={disabled} onTurned={desk.select} />
      {disabled ? null : <Deeds drawing={drawing} element={element} desk={desk} />}
    </section>
  );
}

/** Adding behind, connecting and taking away, for the keyboard as for the mouse. */
function Deeds({ drawing, element, desk }: { drawing: Drawing; element: Element; desk: Desk }) {
  const id = useId();
  const [target, setTarget] = useState<string>();
  const may = (to: Element) => to !== element && drawing.get('rules').allowed('connection.create', { source: element, target: to });
  const targets = element.type === 'bpmn:SequenceFlow' ? [] : drawing.list().filter((one) => /Task|Gateway|Event|SubProcess|CallActivity/.test(one.type) && one.type !== 'bpmn:BoundaryEvent' && one.type !== 'bpmn:StartEvent' && may(one));
  const leads = element.type !== 'bpmn:EndEvent' && element.type !== 'bpmn:SequenceFlow' && targets.length > 0;
  return (
    <div className="process-deeds">
      {leads || element.type === 'bpmn:StartEvent' ? (
        <div>
          <span className="small muted">{words.append}</span>
          <Space wrap size={4}>
            {following.map((kind) => <Button key={kind} size="small" onClick={() => { const added = drawing.append(element, kind); if (added) desk.select(added.id); }}>{text.drawing.kinds[kind]}</Button>)}
          </Space>
        </div>
      ) : null}
      {leads ? (
        <Labelled label={words.connectTo} id={id}>
          <Space.Compact block>
            <Select id={id} style={{ flex: 1 }} value={target} placeholder={words.chooseTarget} options={targets.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={setTarget} />
            <Button
              onClick={() => {
                const to = target === undefined ? undefined : drawing.find(target);
                if (to === undefined) document.getElementById(id)?.focus();
                else drawing.connect(element, to);
                setTarget(undefined);
              }}
            >
              {words.connect}
            </Button>
          </Space.Compact>
        </Labelled>
      ) : null}
      <Button danger size="small" onClick={() => { drawing.remove(element); desk.select(undefined); }}>{words.remove}</Button>
    </div>
  );
}
