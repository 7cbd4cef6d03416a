import type { ReviewSubject } from '../../kernel/reviews/index.ts';
import type { VersionRecord } from './queries/get-version-record.ts';

/** A version as the inbox of its reviewers names it. */
export function reviewSubjectOf({ version, item }: VersionRecord): ReviewSubject {
  return { type: 'item-version', id: version.id, number: item.localTaskCode, title: version.elements.name, name: item.departmentName };
}
