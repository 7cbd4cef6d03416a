import type { Discussed, ReviewSubject } from '../../kernel/reviews/index.ts';
import { isPartPath, partLabel } from './part-labels.contract.ts';
import type { BundleRecord } from './queries/get-records.ts';
import { openStates } from './states.ts';

/** A version of a bundle as the inbox of its reviewers names it. */
export function reviewSubjectOf({ bundle, version }: BundleRecord): ReviewSubject {
  return { type: 'bundle-version', id: version.id, number: bundle.code, title: bundle.name, name: bundle.leadName ?? '' };
}

/** A version as remarks are made on it, on the parts of its configuration (BDL-01, CAT-03). */
export function discussedOf(record: BundleRecord): Discussed {
  return {
    module: 'bundles', subject: reviewSubjectOf(record), open: openStates.some((state) => state === record.version.state),
    hasPart: isPartPath, labelOf: (path) => partLabel(record.version.content, path),
  };
}
