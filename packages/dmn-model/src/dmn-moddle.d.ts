/** The package ships no types; this is the part we call. */
declare module 'dmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    /** Attributes of other namespaces. */
    readonly $attrs: Readonly<Record<string, string>>;
    get(property: string): unknown;
  }
  export interface ModdleWarning {
    readonly message: string;
  }
  export class DmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ModdleWarning[] }>;
  }
}
