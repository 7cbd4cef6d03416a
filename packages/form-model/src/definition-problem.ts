/** What keeps a form from being published; `path` says where in the definition or in which field. */
export interface DefinitionProblem {
  readonly path: string;
  readonly fieldId?: string;
  readonly code: string;
  readonly message: string;
}
