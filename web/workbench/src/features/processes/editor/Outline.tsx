import type { ProcessProblem } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import type { Element } from '../../../shared/diagram/services.ts';
import { text } from '../text.ts';
import type { Desk } from './use-desk.ts';

const words = text.outline;

/** What an element is called in lists: its name, or what it is. */
export function nameOf({ type, id, businessObject }: Element): string {
  const { name } = businessObject;
  return name !== undefined && name.trim() !== '' ? name : words.unnamed(text.drawing.typeNames[type] ?? type.replace('bpmn:', ''), id);
}

/** A flow is told by what it joins. */
export function flowName(flow: Element): string {
  const end = (which: 'sourceRef' | 'targetRef'): string => {
    const { id = '', name, $type } = flow.businessObject.get(which) as Partial<{ id: string; name: string; $type: string }>;
    return name !== undefined && name !== '' ? name : words.unnamed(text.drawing.typeNames[$type ?? ''] ?? '', id);
  };
  return words.flow(end('sourceRef'), end('targetRef'));
}

/** Everything that is drawn as a list: the way to it for the keyboard and for those who do not see the canvas. */
export function Outline({ desk }: { desk: Desk }) {
  const elements = desk.drawing?.list() ?? [];
  const wrong = new Set(desk.problems?.map(({ element }) => element));
  const flows = elements.filter(({ type }) => type === 'bpmn:SequenceFlow');
  const nodes = elements.filter(({ type }) => type !== 'bpmn:SequenceFlow' && type !== 'bpmn:Association');
  const list = (title: string, of: readonly Element[], name: (element: Element) => string) => (
    <>
      <h3>{title}</h3>
      <ul>
        {of.map((element) => (
          <li key={element.id}>
            <button type="button" aria-current={element.id === desk.selected ? 'true' : undefined} className={wrong.has(element.id) ? 'is-wrong' : ''} onClick={() => desk.select(element.id)}>{name(element)}</button>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <section className="process-outline" aria-label={words.title}>
      {list(words.steps, nodes, nameOf)}
      {list(words.flows, flows, flowName)}
    </section>
  );
}

/** What keeps the draft from being published, each leading to its element. */
export function Problems({ problems, desk }: { problems: readonly ProcessProblem[] | undefined; desk: Desk }) {
  const { check } = text;
  return (
    <section className="process-problems" aria-label={check.title}>
      <h3>{check.title} <span role="status" className={problems?.length ? 'is-wrong' : 'muted'}>{problems === undefined ? check.checking : problems.length === 0 ? check.none : check.some(problems.length)}</span></h3>
      <ol>
        {problems?.slice(0, 50).map(({ code, element, message }) => (
          <li key={`${code} ${element ?? ''} ${message}`}>
            {element === null ? <span><b>{check.whole}</b>　{message}</span> : <button type="button" className="link-button" onClick={() => desk.select(element)}>{message}</button>}
          </li>
        ))}
      </ol>
    </section>
  );
}
