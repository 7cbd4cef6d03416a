/** The package ships types of the elements but none of its entry point; this is the part we call. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly id?: string;
    readonly name?: string;
    get(property: string): unknown;
  }
  export interface ModdleWarning {
    readonly message: string;
    readonly property?: string;
    readonly value?: string;
    readonly element?: ModdleElement;
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ModdleWarning[] }>;
  }
}
