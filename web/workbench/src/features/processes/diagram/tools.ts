import { text } from '../text.ts';
import { following, kinds, type Kind } from './kinds.ts';
import type { Element, Services } from '../../../shared/diagram/services.ts';

const words = text.drawing;

interface Entry { group: string; className: string; title: string; separator?: true; action: Record<string, (event: unknown, element: Element) => void> }
type Entries = Record<string, Entry>;
type Get = <Name extends keyof Services>(name: Name) => Services[Name];
/** What a provider needs to register itself. */
interface Host { registerProvider(priority: number, provider: object): void }

/** Makes a shape of a kind that is ready to be named. */
export function createShape(get: Get, kind: Kind): Element {
  const { type, icon: _icon, ...how } = kinds[kind];
  const name = words.newNames[kind];
  const businessObject = get('bpmnFactory').create(type, name === '' ? {} : { name });
  return get('elementFactory').createShape({ type, businessObject, ...how });
}

/** A sub-process comes with its own start, since nothing in it runs without. */
function createShapes(get: Get, kind: Kind): Element | Element[] {
  const shape = createShape(get, kind);
  if (kind !== 'sub-process') return shape;
  const start = get('elementFactory').createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: shape });
  return [shape, start];
}

interface Tool { activateHand?(event: unknown): void; activateSelection?(event: unknown): void; start?(event: unknown): void }

/** The palette: only what the platform runs, in place of everything that BPMN knows. */
class PaletteOfOurs {
  static $inject = ['palette', 'injector'];
  readonly #get: <T>(name: string) => T;

  constructor(palette: Host, injector: { get: <T>(name: string) => T }) {
    this.#get = (name) => injector.get(name);
    // After the library's own, whose entries it takes the place of.
    palette.registerProvider(500, this);
  }

  getPaletteEntries(): (entries: Entries) => Entries {
    const tool = (name: string, className: string, title: string, press: (tool: Tool, event: unknown) => void): Entry =>
      ({ group: 'tools', className, title, action: { click: (event) => press(this.#get<Tool>(name), event) } });
    const get: Get = (name) => this.#get(name);
    const create = (kind: Kind): Entry => {
      const start = (event: unknown) => get('create').start(event, createShapes(get, kind));
      return { group: kind === 'start' || kind === 'end' || kind === 'timer' ? 'event' : 'activity', className: kinds[kind].icon, title: words.create(words.kinds[kind]), action: { dragstart: start, click: start } };
    };
    return () => ({
      'hand': tool('handTool', 'bpmn-icon-hand-tool', words.tools.hand, (one, event) => one.activateHand?.(event)),
      'lasso': tool('lassoTool', 'bpmn-icon-lasso-tool', words.tools.lasso, (one, event) => one.activateSelection?.(event)),
      'space': tool('spaceTool', 'bpmn-icon-space-tool', words.tools.space, (one, event) => one.activateSelection?.(event)),
      'connect': tool('globalConnect', 'bpmn-icon-connection-multi', words.tools.connect, (one, event) => one.start?.(event)),
      'line': { group: 'tools', className: '', title: '', separator: true, action: {} },
      ...Object.fromEntries((Object.keys(kinds) as Kind[]).map((kind) => [`create.${kind}`, create(kind)])),
    });
  }
}

/** What is offered beside a selected element: what may follow it, a connection, taking it away. */
class PadOfOurs {
  static $inject = ['contextPad', 'injector'];
  readonly #get: <T>(name: string) => T;

  constructor(pad: Host, injector: { get: <T>(name: string) => T }) {
    this.#get = (name) => injector.get(name);
    pad.registerProvider(500, this);
  }

  getContextPadEntries(element: Element): (entries: Entries) => Entries {
    const get: Get = (name) => this.#get(name);
    return ({ delete: remove, connect }) => {
      const entries: Entries = {};
      if (canBeFollowed(element)) {
        for (const kind of following.filter((one) => one !== 'service-task' && one !== 'sub-process' && one !== 'inclusive')) {
          entries[`append.${kind}`] = {
            group: 'model', className: kinds[kind].icon, title: words.append(words.kinds[kind]),
            action: {
              click: () => { get('autoPlace').append(element, createShape(get, kind)); },
              dragstart: (event) => get('create').start(event, createShape(get, kind), { source: element }),
            },
          };
        }
      }
      if (connect && canBeFollowed(element)) entries['connect'] = { ...connect, title: words.tools.connectFrom };
      if (remove) entries['delete'] = { ...remove, title: words.tools.remove };
      return entries;
    };
  }

  getMultiElementContextPadEntries(): (entries: Entries) => Entries {
    return ({ delete: remove }): Entries => (remove ? { delete: { ...remove, title: words.tools.remove } } : {});
  }
}

/** Whether a flow may lead out of an element. */
export function canBeFollowed({ type, labelTarget }: Element): boolean {
  return labelTarget === undefined && type !== 'bpmn:EndEvent' && type !== 'bpmn:SequenceFlow' && type !== 'bpmn:Process' && /Task|Gateway|Event|SubProcess|CallActivity/.test(type);
}

/** The library's own words in Chinese, those that can be met with our tools. */
function translate(template: string, replacements: Record<string, string> = {}): string {
  const words_: Readonly<Record<string, string>> = words.library;
  return (words_[template] ?? template).replace(/\{([^}]+)\}/g, (_whole, key: string) => replacements[key] ?? key);
}

/** Our palette, pad and words for the drawing library. */
export const tools = {
  __init__: ['paletteOfOurs', 'padOfOurs'],
  paletteOfOurs: ['type', PaletteOfOurs], padOfOurs: ['type', PadOfOurs], translate: ['value', translate],
};
