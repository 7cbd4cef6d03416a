import { ApiError, createKey } from '@tongban/api-client';
import type { InputOf, Operation, Problem, ResponseOf } from '@tongban/contract-kit';
import { useCallback, useRef, useState } from 'react';
import { api, problemOf } from './api.ts';

/** A write as a screen sees it. */
export interface Action<O extends Operation> {
  /** Sends it, then calls `done` with the answer; false when it was refused or is on its way already (a double click). */
  run: (input: InputOf<O>, done?: (answer: ResponseOf<O>) => void) => Promise<boolean>;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/** Whether the server may have done it although no answer arrived. */
function isUncertain(error: unknown): boolean {
  return !(error instanceof ApiError) || error.problem.status === 0 || error.problem.status >= 500;
}

/**
 * One write of the API. An intention keeps its idempotency key while its outcome is unknown, so that sending the same
 * content again can never do it twice; changed content or a clear refusal is a new intention.
 */
export function useAction<O extends Operation>(operation: O): Action<O> {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const running = useRef(false);
  const intention = useRef<{ content: string; key: string }>(undefined);

  const run = useCallback(async (input: InputOf<O>, done?: (answer: ResponseOf<O>) => void) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, problem: undefined });
    const content = JSON.stringify(input);
    if (intention.current?.content !== content) intention.current = { content, key: createKey() };
    try {
      const answer = await api.call(operation, input, { idempotencyKey: intention.current.key });
      intention.current = undefined;
      setState({ busy: false, problem: undefined });
      done?.(answer);
      return true;
    } catch (error) {
      if (!isUncertain(error)) intention.current = undefined;
      setState({ busy: false, problem: problemOf(error) });
      return false;
    } finally {
      running.current = false;
    }
  }, [operation]);

  const clear = useCallback(() => setState((before) => ({ ...before, problem: undefined })), []);
  return { run, ...state, clear };
}
