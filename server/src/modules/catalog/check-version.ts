import type { Kernel } from '../../kernel/context.ts';
import { takeTurns } from '../../kernel/turns.ts';
import type { ItemElements, QualityFinding } from './contract.ts';
import { basisOf, type Grounds } from './quality/basis.ts';
import { loadExceptions, markExceptions, type StoredException } from './quality/exceptions.ts';
import { loadRelations, type NamedItem } from './quality/item-relations.ts';
import { loadSurroundings } from './quality/load-surroundings.ts';
import { referencesOf, type References } from './quality/references.ts';
import type { RuleSet } from './quality/rule-set.ts';
import { runRules } from './quality/run-rules.ts';
import { loadRuleSet } from './quality/settings.ts';
import type { Surroundings } from './quality/surroundings.ts';

/** Everything that is wrong with a version of an item by the rules as the city has set them; exceptions are marked. */
export async function checkVersion(kernel: Kernel, itemId: string, elements: ItemElements): Promise<QualityFinding[]> {
  const [checked] = await checkVersions(kernel, [{ itemId, elements, mark: '' }], await loadRuleSet(kernel));
  return checked?.findings ?? [];
}

/** What a check has found of a version, what it rests on and what it refers to. */
export interface CheckedVersion { readonly findings: QualityFinding[]; readonly basis: string; readonly references: References }

/**
 * Checks many versions in a handful of statements, giving way to other work in between; `more` is what the caller knows of
 * the world beside the catalogue.
 */
export async function checkVersions(
  kernel: Kernel, versions: readonly { itemId: string; elements: ItemElements; mark: string }[], rules: RuleSet, more: Surroundings = {},
): Promise<CheckedVersion[]> {
  const asked = versions.map(({ itemId, elements, mark }) => ({ itemId, mark, name: elements.name, organizationId: elements.organizationId, references: referencesOf(elements) }));
  const groundsOf = await loadGrounds(kernel, asked, more);
  const checked: CheckedVersion[] = [];
  const turn = takeTurns();
  for (const [index, { elements }] of versions.entries()) {
    const version = asked[index];
    if (version === undefined) break;
    const { references, mark } = version;
    const grounds = groundsOf(version);
    checked.push({ findings: markExceptions(runRules(elements, rules, grounds.known), grounds.exceptions), basis: basisOf(mark, rules.digest, grounds), references });
    await turn();
  }
  return checked;
}

/** A version that was checked, by what its check left of it. */
export interface KnownVersion extends NamedItem {
  /** The state of version and item now, see `VersionToCheck`. */
  readonly mark: string;
  readonly references: References;
}

/** What a check of versions would rest on now, without reading their elements, in the same handful of statements; in their order. */
export async function readBases(kernel: Kernel, versions: readonly KnownVersion[], rules: RuleSet, more: Surroundings = {}): Promise<string[]> {
  const groundsOf = await loadGrounds(kernel, versions, more);
  return versions.map((version) => basisOf(version.mark, rules.digest, groundsOf(version)));
}

type AskedVersion = NamedItem & { readonly references: References };

async function loadGrounds(
  kernel: Kernel, asked: readonly AskedVersion[], more: Surroundings,
): Promise<(version: AskedVersion) => Grounds & { readonly exceptions: readonly StoredException[] }> {
  const [{ known, codesDigest }, relationsOf, exceptionsOf] = await Promise.all([
    loadSurroundings(kernel, asked.map(({ references }) => references)), loadRelations(kernel, asked), loadExceptions(kernel, asked.map(({ itemId }) => itemId)),
  ]);
  return (version) => {
    const relations = relationsOf(version);
    return { references: version.references, known: { ...known, ...more, ...relations.known }, codesDigest, confirmations: relations.confirmations, exceptions: exceptionsOf(version.itemId) };
  };
}

/** The part of the checks that needs no database, by the platform's own rules. */
export function checkContentOf(elements: ItemElements): QualityFinding[] {
  return runRules(elements);
}

/** Whether a finding keeps a version from review and publication. */
export function prevents({ severity, exception }: QualityFinding): boolean {
  return severity === 'error' && exception === undefined;
}
