import { maskNumbersIn } from '@tongban/identifiers';
import type { FindingSource, RuleSettings } from '../rules.contract.ts';
import { spotPoints, type SpotAnswer } from '../spot-checks.contract.ts';

/** What somebody found out, when, and in plain words. */
export interface Found { finding: string; at: Date; says: string }

/** What a rule names a finding by. */
export const findingOf = (source: FindingSource, code: string): string => `${source}:${code}`;

/** What was found in a spot check of a case, as it is read with the case. */
export interface Inspection { number: string; at: string; answers: readonly SpotAnswer[] }

/** The problems that inspections of a case have shown. */
export function foundInChecks(inspections: readonly Inspection[]): Found[] {
  return inspections.flatMap(({ number, at, answers }) => answers.filter(({ result }) => result === 'problem').map(({ point, note }) => (
    { finding: findingOf('spot-check', point), at: new Date(at), says: `办件抽查 ${number} 检查“${spotPoints[point]}”有问题${note.trim() === '' ? '' : `：${maskNumbersIn(note.trim())}`}` })));
}

/** Of what was found that for which a rule is lit, the earliest first. */
export function heldBy({ findings }: Pick<RuleSettings, 'findings'>, found: readonly Found[]): Found[] {
  return found.filter(({ finding }) => findings.includes(finding)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** What several findings say together. */
export const saidOf = (found: readonly Found[]): string => found.map(({ says }) => says).join('；');
