import type { Kernel } from '../../kernel/context.ts';
import { takeTurns } from '../../kernel/turns.ts';
import type { ItemElements, QualityFinding } from './contract.ts';
import { loadExceptions, markExceptions } from './quality/exceptions.ts';
import { loadRelations } from './quality/item-relations.ts';
import { loadSurroundings } from './quality/load-surroundings.ts';
import type { RuleSet } from './quality/rule-set.ts';
import { runRules } from './quality/run-rules.ts';
import { loadRuleSet } from './quality/settings.ts';
import type { Surroundings } from './quality/surroundings.ts';

/** Everything that is wrong with a version of an item by the rules as the city has set them; exceptions are marked. */
export async function checkVersion(kernel: Kernel, itemId: string, elements: ItemElements): Promise<QualityFinding[]> {
  const [findings = []] = await checkVersions(kernel, [{ itemId, elements }], await loadRuleSet(kernel));
  return findings;
}

/**
 * Checks many versions in a handful of statements, giving way to other work in between; `more` is what the caller knows of
 * the world beside the catalogue.
 */
export async function checkVersions(
  kernel: Kernel, versions: readonly { itemId: string; elements: ItemElements }[], rules: RuleSet, more: Surroundings = {},
): Promise<QualityFinding[][]> {
  const items = versions.map(({ itemId, elements }) => ({ itemId, name: elements.name, organizationId: elements.organizationId }));
  const [surroundings, relationsOf, exceptionsOf] = await Promise.all([
    loadSurroundings(kernel, versions.map(({ elements }) => elements)), loadRelations(kernel, items), loadExceptions(kernel, items.map(({ itemId }) => itemId)),
  ]);
  const found: QualityFinding[][] = [];
  const turn = takeTurns();
  for (const [index, { itemId, elements }] of versions.entries()) {
    const item = items[index];
    const known = { ...surroundings, ...more, ...(item === undefined ? {} : relationsOf(item)) };
    found.push(markExceptions(runRules(elements, rules, known), exceptionsOf(itemId)));
    await turn();
  }
  return found;
}

/** The part of the checks that needs no database, by the platform's own rules. */
export function checkContentOf(elements: ItemElements): QualityFinding[] {
  return runRules(elements);
}

/** Whether a finding keeps a version from review and publication. */
export function prevents({ severity, exception }: QualityFinding): boolean {
  return severity === 'error' && exception === undefined;
}
