import type { ReviewSubject } from '../../kernel/reviews/index.ts';
import type { BundleRecord } from './queries/get-records.ts';

/** A version of a bundle as the inbox of its reviewers names it. */
export function reviewSubjectOf({ bundle, version }: BundleRecord): ReviewSubject {
  return { type: 'bundle-version', id: version.id, number: bundle.code, title: bundle.name, name: bundle.leadName ?? '' };
}
