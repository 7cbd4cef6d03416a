import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { margin, optionsOf, Picture } from '../../../shared/diagram/picture.ts';
import { kinds, type gatewayKinds, type Kind } from './kinds.ts';
import type { Element, Moddle } from '../../../shared/diagram/services.ts';
import { makeRoom } from './make-room.ts';
import { canBeFollowed, createShape, tools } from './tools.ts';

const wrong = 'has-problem';
const walked = 'is-walked';
const waiting = 'is-waiting';
/** Width that the palette covers. */
const paletteRoom = 130;

/** Several changes that are undone as one. */
class Together {
  preExecute({ run }: { run: () => void }): void { run(); }
}

/**
 * A diagram that is drawn. Every change is a command that can be undone; `onChange` is told after each, `onSelect` when
 * something else is selected.
 */
export class Drawing extends Picture {
  onChange: () => void = () => undefined;
  readonly readOnly: boolean;
  #marked: readonly string[] = [];
  #walk: readonly (readonly [string, string])[] = [];

  constructor(container: HTMLElement, readOnly: boolean) {
    const options = optionsOf(container);
    super(readOnly ? new NavigatedViewer(options) : new Modeler({ ...options, additionalModules: [tools] }), readOnly ? margin : paletteRoom);
    this.readOnly = readOnly;
    const bus = this.get('eventBus');
    if (!readOnly) {
      this.get('commandStack').registerHandler('tongban.together', Together);
      // After the library has put what was dropped on a flow into it.
      bus.on('commandStack.elements.create.postExecuted', 100, ({ context: { elements = [] } }) => {
        for (const element of elements) makeRoom((name) => this.get(name), element);
      });
    }
    bus.on('commandStack.changed', () => this.onChange());
  }

  override async open(xml: string): Promise<void> {
    await super.open(xml);
    this.#marked = [];
    this.#walk = [];
  }

  /** Takes it off the screen; that it is emptied is no change anybody made. */
  override destroy(): void {
    this.onChange = () => undefined;
    super.destroy();
  }

  get canUndo(): boolean { return !this.readOnly && this.get('commandStack').canUndo(); }
  get canRedo(): boolean { return !this.readOnly && this.get('commandStack').canRedo(); }
  undo(): void { if (this.canUndo) this.get('commandStack').undo(); }
  redo(): void { if (this.canRedo) this.get('commandStack').redo(); }

  /** Marks the elements that something is wrong with. */
  mark(ids: readonly string[]): void {
    const canvas = this.get('canvas');
    for (const id of this.#marked) if (this.find(id)) canvas.removeMarker(id, wrong);
    this.#marked = ids.filter((id) => this.find(id) !== undefined);
    for (const id of this.#marked) canvas.addMarker(id, wrong);
  }

  /** Shows the way a simulated case has gone and where it waits. */
  showWalk(path: readonly string[], at: readonly string[]): void {
    const canvas = this.get('canvas');
    for (const [id, marker] of this.#walk) if (this.find(id)) canvas.removeMarker(id, marker);
    const here = new Set(at);
    this.#walk = [...path.filter((id) => !here.has(id)).map((id) => [id, walked] as const), ...at.map((id) => [id, waiting] as const)].filter(([id]) => this.find(id) !== undefined);
    for (const [id, marker] of this.#walk) canvas.addMarker(id, marker);
  }

  update(element: Element, properties: Record<string, unknown>): void { this.get('modeling').updateProperties(element, properties); }
  updatePart(element: Element, part: Moddle, properties: Record<string, unknown>): void { this.get('modeling').updateModdleProperties(element, part, properties); }
  make(type: string, properties: Record<string, unknown> = {}): Moddle { return this.get('bpmnFactory').create(type, properties); }

  /** Does several changes that are undone as one. */
  together(run: () => void): void { this.get('commandStack').execute('tongban.together', { run }); }

  /** Puts a new element behind another one: into the flow that leads on from a step, or as one more branch. */
  append(from: Element, kind: Kind): Element | undefined {
    if (!canBeFollowed(from)) return undefined;
    const shape = createShape((name) => this.get(name), kind);
    const [flow, ...others] = (from.outgoing ?? []).filter(({ type }) => type === 'bpmn:SequenceFlow');
    const { target } = flow ?? {};
    if (flow === undefined || target === undefined || others.length > 0 || kind === 'end' || from.type.endsWith('Gateway')) return this.get('autoPlace').append(from, shape);
    const at = { x: (from.x + from.width + target.x) / 2, y: target.y + target.height / 2 };
    this.together(() => makeRoom((name) => this.get(name), this.get('modeling').createShape(shape, at, flow)));
    return shape;
  }

  connect(from: Element, to: Element): void { this.get('modeling').connect(from, to); }
  remove(element: Element): void { this.get('modeling').removeElements([element]); }

  /** Turns a gateway into one of another kind; what leads to and from it stays. */
  turnInto(element: Element, kind: (typeof gatewayKinds)[number]): Element {
    return this.get('bpmnReplace').replaceElement(element, { type: kinds[kind].type });
  }

  /** Makes an end end everything, or only its own branch. */
  setTerminate(element: Element, terminate: boolean): Element {
    return this.get('bpmnReplace').replaceElement(element, { type: 'bpmn:EndEvent', ...(terminate ? { eventDefinitionType: 'bpmn:TerminateEventDefinition' } : {}) });
  }
}
