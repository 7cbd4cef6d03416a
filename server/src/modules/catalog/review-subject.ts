import type { Discussed, ReviewSubject } from '../../kernel/reviews/index.ts';
import { elementLabel, isElementName } from './contract.ts';
import type { VersionRecord } from './queries/get-version-record.ts';
import { openStates } from './states.ts';

/** A version as the inbox of its reviewers names it. */
export function reviewSubjectOf({ version, item }: VersionRecord): ReviewSubject {
  return { type: 'item-version', id: version.id, number: item.localTaskCode, title: version.elements.name, name: item.departmentName };
}

/** A version as remarks are made on it, on its elements (CAT-03). */
export function discussedOf(record: VersionRecord): Discussed {
  return {
    module: 'catalog', subject: reviewSubjectOf(record), open: openStates.some((state) => state === record.version.state),
    hasPart: (path) => isElementName(path.split('.')[0] ?? ''), labelOf: elementLabel,
  };
}
