import { parametersOf } from '@tongban/form-model';
import type { GivenAnswer } from './results.contract.ts';

/** What a form may read of the guidance: the chosen option by question, as values of the definition's `parameters`. */
export function formParametersOf(answers: readonly GivenAnswer[]): Record<string, string> {
  return parametersOf(answers);
}
