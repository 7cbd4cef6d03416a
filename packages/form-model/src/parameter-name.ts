/**
 * The name by which a form reads the answer to a guidance question: `work-kind` is `work_kind`, `3d` is `_3d`, since a name
 * in an expression has no hyphen and does not begin with a digit. No two keys share a name: keys have no underscore.
 */
export function parameterNameOf(questionKey: string): string {
  return questionKey.replaceAll('-', '_').replace(/^(?=\d)/, '_');
}

/** Values of a form's `parameters`: the chosen option of each guidance question. */
export function parametersOf(answers: readonly { readonly question: string; readonly option: string }[]): Record<string, string> {
  return Object.fromEntries(answers.map(({ question, option }) => [parameterNameOf(question), option]));
}
