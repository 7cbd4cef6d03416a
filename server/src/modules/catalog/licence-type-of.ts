import type { PinnedVersion } from './queries/get-pinned-version.ts';

/** Type of the licence that approval leads to in a situation; undefined where it leads to none, e.g. since the licence is given up. */
export function licenceTypeOf({ elements }: PinnedVersion, situationKey: string): string | undefined {
  const situation = elements.questionnaire?.situations.find(({ key }) => key === situationKey);
  return situation?.withoutLicence ? undefined : elements.handling.licenceTypeCode;
}
