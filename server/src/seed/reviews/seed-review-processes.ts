import { readFile } from 'node:fs/promises';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { WriteBatch } from '../../kernel/db/index.ts';
import { publishDefinition } from '../../kernel/workflow/index.ts';

/** Keys of the processes that reviews may follow; a file of the same name holds each. */
export const reviewProcessKeys = ['catalogue-review', 'catalogue-review-single', 'catalogue-review-department'] as const;

/**
 * Publishes the usual processes of reviews (CAT-03): 初审 by the department, 复审 by those who keep the government's
 * catalogue; one of the second step alone, and one in which the department confirms (GDE-01). Publishing again changes nothing.
 */
export async function seedReviewProcesses(ctx: Context): Promise<void> {
  for (const key of reviewProcessKeys) {
    const batch = new WriteBatch();
    await publishDefinition(ctx, batch, { key, xml: await readFile(new URL(`${key}.bpmn`, import.meta.url), 'utf8') });
    await commit(ctx, batch);
  }
}
