import type { DocumentUse } from '../templates/index.ts';
import { acceptanceStep } from './acceptance-step.ts';
import type { CaseRecord } from './record.ts';

/** Notices as documents that are made with a template. */
export const noticeDocument = 'case-notice';

/** What the template of a notice is chosen by. */
export function noticeUse(record: CaseRecord, kind: string, id: string): DocumentUse {
  return { type: noticeDocument, id, kind, itemId: record.itemId, applicantKind: record.applicantKind, step: acceptanceStep(record) };
}
