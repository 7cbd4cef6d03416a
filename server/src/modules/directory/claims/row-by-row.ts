import { AppError } from '../../../kernel/errors/index.ts';
import type { RowResult } from '../claim.contract.ts';

/** Does the rows of a batch one after the other; a row that is refused says why and holds up none of the others. */
export async function rowByRow<R>(rows: readonly R[], act: (row: R) => Promise<string>): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      results.push({ index, ok: true, claimId: await act(row), problem: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ index, ok: false, claimId: null, problem: problemOf(error) });
    }
  }
  return results;
}

/** What a refused row says of itself. */
export function problemOf({ code, title, detail }: AppError): { code: string; title: string; detail: string | null } {
  return { code, title, detail: detail ?? null };
}
