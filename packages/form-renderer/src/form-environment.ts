import type { FilledAnswer, FileReference, FormContext } from '@tongban/form-model';
import { createContext, useContext } from 'react';

export interface RegionOption {
  readonly code: string;
  readonly name: string;
}

/** Where regions come from; codes have 12 digits. */
export interface RegionSource {
  /** Regions directly below `parent`, or the provinces. */
  readonly list: (parent: string | undefined) => Promise<readonly RegionOption[]>;
  /** Full name of a region, when it is at hand. */
  readonly nameOf: (code: string) => string | undefined;
}

/** What the host of a form provides, shared by all controls. */
export interface FormEnvironment extends FormContext {
  readonly regions?: RegionSource;
  /** Stores a file and says what to keep of it; its rejection's message is shown. */
  readonly uploadFile?: (file: File, fieldId: string) => Promise<FileReference>;
  /** Address to open a stored file at. */
  readonly fileUrl?: (fileId: string) => string;
  /** Hides sensitive answers that are only shown. */
  readonly masked?: boolean;
  /** Answers the platform filled in, to say where they come from. */
  readonly filled?: readonly FilledAnswer[];
}

/** The environment with what the renderer itself adds. */
export interface RenderScope extends FormEnvironment {
  readonly idPrefix: string;
  readonly mode: 'pc' | 'phone';
  /** True when the whole form is only shown. */
  readonly readOnly: boolean;
}

const ScopeContext = createContext<RenderScope | undefined>(undefined);

export const RenderScopeProvider = ScopeContext.Provider;

/** The scope of the form around a control. */
export function useRenderScope(): RenderScope {
  const scope = useContext(ScopeContext);
  if (scope === undefined) throw new TypeError('form controls live inside a FormRenderer');
  return scope;
}

/** DOM id of the control for a path; error links point to it. */
export function controlId(idPrefix: string, path: string): string {
  return `${idPrefix}-${path.replace(/[[\].]+/g, '-')}`;
}
