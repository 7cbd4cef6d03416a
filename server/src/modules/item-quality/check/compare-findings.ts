import type { QualityFinding, RuleGroup } from '../../catalog/contract.ts';
import type { FindingState } from '../contract.ts';

/** What a finding row keeps of where it stands; it follows its item. */
export interface FindingPlace {
  readonly versionId: string;
  readonly versionNumber: number;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly regionCode: string;
}

/** A row that stood before the check. */
export interface StandingFinding extends FindingPlace {
  readonly id: string;
  readonly rule: string;
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly state: FindingState;
  readonly rectificationId: string | null;
}

/** What a check opens; where it stands is the same for all of a version and kept beside them. */
export interface NewFinding {
  readonly rule: string;
  readonly ruleGroup: RuleGroup;
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly state: FindingState;
}

export interface FindingChanges {
  readonly opened: readonly NewFinding[];
  /** Standing rows with what is different now. */
  readonly changed: readonly StandingFinding[];
  readonly closed: readonly (StandingFinding & { readonly state: 'mended' | 'withdrawn' })[];
}

/**
 * What a check changes about the standing findings of one version: a finding goes on while the same rule is broken at the
 * same element, whatever its words; one that is gone was mended, or withdrawn when its rule is no longer asked. Pure.
 */
export function compareFindings(standing: readonly StandingFinding[], place: FindingPlace, found: readonly QualityFinding[], asked: ReadonlySet<string>): FindingChanges {
  const before = new Map(standing.map((row) => [keyOf(row), row]));
  const opened: NewFinding[] = [];
  const changed: StandingFinding[] = [];
  for (const finding of found) {
    const key = keyOf(finding);
    const row = before.get(key);
    before.delete(key);
    const { rule, group, path, severity, message } = finding;
    if (row === undefined) {
      opened.push({ rule, ruleGroup: group, path, severity, message, state: finding.exception ? 'accepted' : 'open' });
      continue;
    }
    if (isUnchanged(row, place, finding)) continue;
    changed.push({ ...row, ...place, severity, message, state: stateOf(row, finding) });
  }
  const closed = [...before.values()].map((row) => ({ ...row, state: asked.has(row.rule) ? 'mended' as const : 'withdrawn' as const }));
  return { opened, changed, closed };
}

function keyOf({ rule, path }: { rule: string; path: string }): string {
  return `${rule} ${path}`;
}

function stateOf(row: StandingFinding, finding: QualityFinding): FindingState {
  if (finding.exception) return 'accepted';
  if (row.state !== 'accepted') return row.state;
  // The exception was taken back, or the words it was given for have changed.
  return row.rectificationId === null ? 'open' : 'assigned';
}

function isUnchanged(row: StandingFinding, place: FindingPlace, finding: QualityFinding): boolean {
  return row.message === finding.message && row.severity === finding.severity && row.state === stateOf(row, finding) && row.versionId === place.versionId
    && row.versionNumber === place.versionNumber && row.organizationId === place.organizationId && row.organizationPath === place.organizationPath
    && row.regionCode === place.regionCode;
}
