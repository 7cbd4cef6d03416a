import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import type { TemplateScope } from '../contract.ts';

/** A document that is about to be recorded, and what its template is chosen by. */
export interface DocumentUse extends TemplateScope {
  /** What the document is in its module, e.g. `case-notice`. */
  type: string;
  id: string;
  /** Kind of template, e.g. `acceptance-notice`. */
  kind: string;
}

/**
 * Pins a document to the version of its template that is in force now and fits it closest (HND-05). It is part of the
 * statement that writes the document: one round trip, and neither without the other.
 */
export function recordTemplateUse(ctx: Context, batch: WriteBatch, { type, id, kind, itemId, applicantKind, step }: DocumentUse): void {
  batch.call('templates.record_use(?, ?::uuid, ?, ?::uuid, ?, ?, ?::timestamptz)', [type, id, kind, itemId, applicantKind, step, ctx.kernel.clock.now()]);
}
