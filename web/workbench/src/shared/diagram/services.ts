/** An element of the BPMN model, as moddle gives it. */
export interface Moddle {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  get(name: string): unknown;
}

/** A shape, a connection or the plane itself. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Moddle;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly source?: Element;
  readonly target?: Element;
  readonly parent?: Element;
  readonly host?: Element;
  readonly incoming?: readonly Element[];
  readonly outgoing?: readonly Element[];
  readonly labelTarget?: Element;
}

interface Box { x: number; y: number; width: number; height: number }

/** The services of the drawing library that we use, by the names under which it knows them; its own types leave most of them open. */
export interface Services {
  canvas: {
    resized(): void;
    viewbox(box?: Box): { inner: Box; outer: { width: number; height: number } };
    addMarker(element: string, marker: string): void; removeMarker(element: string, marker: string): void;
    zoom(step?: 'fit-viewport' | number, centre?: 'auto'): number; getRootElement(): Element; scrollToElement(element: string, padding?: number): void;
  };
  elementRegistry: { get(id: string): Element | undefined; getAll(): Element[]; getGraphics(element: Element): SVGGElement };
  selection: { select(element: Element | null): void; get(): Element[] };
  eventBus: {
    on(name: string, listener: (event: { newSelection?: Element[] }) => void): void;
    on(name: string, priority: number, listener: (event: { context: { elements?: Element[] } }) => void): void;
  };
  commandStack: { registerHandler(name: string, handler: new () => object): void; execute(name: string, context: object): void; undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  modeling: {
    updateProperties(element: Element, properties: Record<string, unknown>): void;
    updateModdleProperties(element: Element, part: Moddle, properties: Record<string, unknown>): void;
    updateLabel(element: Element, label: string): void;
    removeElements(elements: Element[]): void;
    createSpace(moving: Element[], resizing: Element[], by: { x: number; y: number }, direction: 'e', from: number): void;
    layoutConnection(connection: Element, hints: { waypoints: [] }): void;
    createShape(shape: Element, at: { x: number; y: number }, target: Element): Element; connect(from: Element, to: Element): Element;
  };
  bpmnFactory: { create(type: string, properties?: Record<string, unknown>): Moddle };
  elementFactory: { createShape(properties: Record<string, unknown>): Element };
  bpmnReplace: { replaceElement(element: Element, target: Record<string, unknown>): Element };
  autoPlace: { append(from: Element, shape: Element): Element };
  create: { start(event: unknown, shape: Element | Element[], context?: unknown): void };
  connect: { start(event: unknown, element: Element): void };
  rules: { allowed(rule: string, context: unknown): unknown };
}
