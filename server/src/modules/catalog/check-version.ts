import type { Kernel } from '../../kernel/context.ts';
import type { ItemElements, QualityFinding } from './contract.ts';
import { loadExceptions, markExceptions } from './quality/exceptions.ts';
import { loadSurroundings } from './quality/load-surroundings.ts';
import { runRules } from './quality/run-rules.ts';
import { loadRuleSet } from './quality/settings.ts';

/** Everything that is wrong with a version of an item by the rules as the city has set them; exceptions are marked. */
export async function checkVersion(kernel: Kernel, itemId: string, elements: ItemElements): Promise<QualityFinding[]> {
  const [rules, surroundings, exceptionsOf] = await Promise.all([loadRuleSet(kernel), loadSurroundings(kernel, [elements]), loadExceptions(kernel, [itemId])]);
  return markExceptions(runRules(elements, rules, surroundings), exceptionsOf(itemId));
}

/** The part of the checks that needs no database, by the platform's own rules. */
export function checkContentOf(elements: ItemElements): QualityFinding[] {
  return runRules(elements);
}

/** Whether a finding keeps a version from review and publication. */
export function prevents({ severity, exception }: QualityFinding): boolean {
  return severity === 'error' && exception === undefined;
}
