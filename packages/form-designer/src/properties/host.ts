import type { FieldType, Section } from '@tongban/form-model';
import type { FormEnvironment } from '@tongban/form-renderer';
import { createContext, type ReactNode, useContext } from 'react';

/** A public data element a field may be bound to (FRM-02). */
export interface DataElement {
  readonly code: string;
  readonly name: string;
  /** Kinds of field that can hold it. */
  readonly types: readonly FieldType[];
  /** How its value is written, e.g. 18 位. */
  readonly format: string;
  /** What it means, where its name does not say it. */
  readonly meaning: string;
  /** Sensitive personal information: a field that holds it is hidden as such. */
  readonly sensitive: boolean;
  /** Where the platform fills it in from, in the order in which they are asked; none when it is filled in by hand. */
  readonly sources: readonly { readonly id: string; readonly label: string }[];
}

/** A group of fields that forms share by copy, as the library has it now (FRM-04). */
export interface LibraryPart {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly section: Section;
  /** Whether it may be changed from here. */
  readonly editable: boolean;
}

/** The library of shared groups; what fails the host says itself, and gives nothing back. */
export interface FormLibrary {
  readonly parts: readonly LibraryPart[];
  readonly add: (name: string, section: Section) => Promise<LibraryPart | undefined>;
  readonly update: (part: LibraryPart, section: Section) => Promise<LibraryPart | undefined>;
  /** Who uses a part, to be shown. */
  readonly uses: (part: LibraryPart) => ReactNode;
}

/** What the host of a designer knows beside the form. */
export interface DesignerHost {
  readonly environment: FormEnvironment;
  /** Code lists a choice may offer. */
  readonly dictionaries: readonly { readonly code: string; readonly name: string }[];
  readonly dataElements: readonly DataElement[];
  /** Guiding questions whose answers the rules of the form may read, by the name they have in expressions. */
  readonly questions: readonly { readonly name: string; readonly label: string }[];
  readonly library?: FormLibrary | undefined;
  /** Ids of the version in use: answers already given follow them, so they do not change. */
  readonly fixedIds: ReadonlySet<string>;
}

const HostContext = createContext<DesignerHost | undefined>(undefined);

export const DesignerHostProvider = HostContext.Provider;

/** What the host knows. */
export function useDesignerHost(): DesignerHost {
  const host = useContext(HostContext);
  if (host === undefined) throw new TypeError('parts of the designer live inside a FormDesigner');
  return host;
}
