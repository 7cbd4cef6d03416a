import type { TemplateContent, TemplateProblem, TemplateVersion, TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { createContext, useContext } from 'react';

/** What the parts of the editor share. */
export interface Editing {
  readonly content: TemplateContent;
  readonly vocabulary: TemplateVocabulary;
  /** Of a message, samples of its fields and the platform's own texts. */
  readonly words: TemplateVersion['words'];
  readonly problems: readonly TemplateProblem[];
  readonly disabled: boolean;
  /** Takes a new content; going on in `part` is one step to undo. */
  change: (content: TemplateContent, part: string) => void;
  /** Sets what stands at a path. */
  set: (path: string, value: unknown) => void;
}

const EditingContext = createContext<Editing | undefined>(undefined);
export const EditingProvider = EditingContext.Provider;

/** The template being edited around here. @throws Error outside an editor */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('outside the editor of a template');
  return editing;
}
