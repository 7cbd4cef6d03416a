import { tongbanExtension } from '@tongban/bpmn-model';
import type Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { badgeAt, paint, unpaint } from './paint.ts';
import type { Element, Services } from './services.ts';
import type { Dressing } from './tones.ts';

/** Left free around the diagram, px. */
export const margin = 30;

/** What the drawing library needs to know of our elements, and where it draws. */
export function optionsOf(container: HTMLElement) {
  return { container, moddleExtensions: { tongban: tongbanExtension } };
}

/** A diagram that is looked at (bpmn-js, whose mark stays visible, as its licence asks); `onSelect` is told when something is selected. */
export class Picture {
  onSelect: (id: string | undefined) => void = () => undefined;
  readonly #tool: Modeler | NavigatedViewer;
  readonly #left: number;
  #dressed: readonly string[] = [];

  /** @param left px that something covers at the left, as the palette does */
  constructor(tool: Modeler | NavigatedViewer, left: number = margin) {
    this.#tool = tool;
    this.#left = left;
    this.get('eventBus').on('selection.changed', ({ newSelection = [] }) => {
      const [only] = newSelection;
      this.onSelect(newSelection.length === 1 && only ? (only.labelTarget ?? only).id : undefined);
    });
  }

  get<Name extends keyof Services>(name: Name): Services[Name] {
    return this.#tool.get<Services[Name]>(name);
  }

  /** Shows a diagram; what was drawn before cannot be undone any more. @throws Error when it cannot be drawn */
  async open(xml: string): Promise<void> {
    await this.#tool.importXML(xml);
    this.#dressed = [];
    this.fit();
  }

  async xml(): Promise<string> {
    return (await this.#tool.saveXML({ format: true })).xml ?? '';
  }

  /** The picture as it is seen, colours and words included. */
  async svg(): Promise<string> {
    return (await this.#tool.saveSVG()).svg;
  }

  /** Takes it off the screen. */
  destroy(): void {
    this.onSelect = () => undefined;
    this.#tool.destroy();
  }

  /** Shows the whole diagram, never larger than it was drawn. */
  fit(): void {
    const canvas = this.get('canvas');
    const { inner, outer } = canvas.viewbox();
    const left = this.#left;
    if (inner.width === 0 || outer.width <= left + margin || outer.height <= 2 * margin) return;
    const scale = Math.min(1, (outer.width - left - margin) / inner.width, (outer.height - 2 * margin) / inner.height);
    canvas.viewbox({ x: inner.x - left / scale, y: inner.y - (outer.height / scale - inner.height) / 2, width: outer.width / scale, height: outer.height / scale });
  }

  /** Tells it that its place on the page has another size now, and shows the whole diagram there. */
  resize(): void {
    this.get('canvas').resized();
    this.fit();
  }

  zoomBy(factor: number): void {
    const canvas = this.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  find(id: string): Element | undefined { return this.get('elementRegistry').get(id); }
  root(): Element { return this.get('canvas').getRootElement(); }

  /** Everything that was drawn, from left to right, without the plane and the labels. */
  list(): Element[] {
    const place = (element: Element): readonly [number, number] => { const { x, y } = element.source ?? element; return [x, y]; };
    return this.get('elementRegistry').getAll().filter((element) => element.labelTarget === undefined && element.parent !== undefined && element.type.startsWith('bpmn:'))
      .toSorted((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
  }

  select(id: string | undefined): void {
    const element = id === undefined ? undefined : this.find(id);
    if (element === undefined || element === this.root()) return this.get('selection').select(null);
    this.get('selection').select(element);
    this.get('canvas').scrollToElement(element.id, 20);
  }

  /** Colours elements and writes words at them, in place of what was dressed before; part of the picture when it is saved or printed. */
  dress(dressings: readonly Dressing[]): void {
    const registry = this.get('elementRegistry');
    for (const id of this.#dressed) {
      const element = this.find(id);
      if (element) unpaint(registry.getGraphics(element));
    }
    const shown = dressings.filter(({ id }) => this.find(id) !== undefined);
    this.#dressed = shown.map(({ id }) => id);
    for (const { id, tone, words } of shown) {
      const element = this.find(id);
      if (element) paint(registry.getGraphics(element), tone, words === undefined ? undefined : { words, ...badgeAt(element) });
    }
  }
}

/** A picture in a place on the page. */
export function openPicture(container: HTMLElement): Picture {
  return new Picture(new NavigatedViewer(optionsOf(container)));
}
