import pg from 'pg';
import { vi } from 'vitest';

/** Runs something and gives the beginning of each statement that it sent, one a round trip to the database. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    const calls: unknown[][] = spy.mock.calls;
    return calls.map(([first]) => textOf(first).replace(/\s+/g, ' ').trim().slice(0, 160));
  } finally {
    spy.mockRestore();
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'object' && query !== null && 'text' in query) return String(query.text);
  return typeof query === 'string' ? query : '';
}
