import type { InputOf, Operation, Problem, ResponseOf } from '@tongban/contract-kit';
import { useRef, useState } from 'react';
import { plainApi, problemOf } from '../../shared/api.ts';

type Run<O extends Operation> = (input: InputOf<O>, done: (answer: ResponseOf<O>) => void) => Promise<void>;

/** A call made while nobody is signed in yet: its refusal is shown here instead of asking to sign in again. */
export function usePlainAction<O extends Operation>(operation: O, onRefused?: (problem: Problem) => void): [Run<O>, { busy: boolean; problem: Problem | undefined }] {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const running = useRef(false);
  const run: Run<O> = async (input, done) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true, problem: undefined });
    try {
      const answer = await plainApi.call(operation, input);
      setState({ busy: false, problem: undefined });
      done(answer);
    } catch (error) {
      const problem = problemOf(error);
      setState({ busy: false, problem });
      onRefused?.(problem);
    } finally {
      running.current = false;
    }
  };
  return [run, state];
}
