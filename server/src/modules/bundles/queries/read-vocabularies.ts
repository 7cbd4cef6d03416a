import type { Kernel } from '../../../kernel/context.ts';
import { loadRuleSet } from '../../catalog/index.ts';
import type { Vocabulary } from '../plan/check-texts.ts';

/** The rules of the guide whose words a bundle is read for too. */
const wordingRules = ['vague', 'unclear-wording'];

/** The vague words of the rules for guides as the city has set them (GDE-03), so that one list serves items and bundles. */
export async function readVocabularies(kernel: Kernel): Promise<Vocabulary[]> {
  const { rules } = await loadRuleSet(kernel);
  return rules.filter(({ rule }) => wordingRules.includes(rule.id)).map(({ parameters }) => ({ words: listOf(parameters['words']), phrases: listOf(parameters['phrases']) }));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
