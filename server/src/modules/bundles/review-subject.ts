import type { Context } from '../../kernel/context.ts';
import type { Discussed, ReviewSubject } from '../../kernel/reviews/index.ts';
import { isPartPath, listSingleParts, partLabel } from './part-labels.contract.ts';
import { readParts } from './queries/get-parts.ts';
import type { BundleRecord } from './queries/get-records.ts';
import { openStates } from './states.ts';

/** A version of a bundle as the inbox of its reviewers names it. */
export function reviewSubjectOf({ bundle, version }: BundleRecord): ReviewSubject {
  return { type: 'bundle-version', id: version.id, number: bundle.code, title: bundle.name, name: bundle.leadName ?? '' };
}

/** A version as remarks are made on it: on the parts of its configuration, on single fields and on single materials (BDL-01, CAT-03). */
export async function discussedOf(ctx: Context, record: BundleRecord): Promise<Discussed> {
  const singles = new Map(listSingleParts(await readParts(ctx, record)).flatMap(({ paths, label }) => paths.map((path) => [path, label] as const)));
  return {
    module: 'bundles', subject: reviewSubjectOf(record), open: openStates.some((state) => state === record.version.state),
    hasPart: (path) => isPartPath(path) || singles.has(path), labelOf: (path) => singles.get(path) ?? partLabel(record.version.content, path),
  };
}
