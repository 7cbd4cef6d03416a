import { ApiError, type ApiClient } from '../index.ts';

/** Asks the person to sign in again where they are; true once they did. */
export type SignInGate = () => Promise<boolean>;

/** An API for whoever has a session that may end. */
export interface InSession {
  api: ApiClient;
  /** Makes a call that needs a session; when it has ended, signing in again in place repeats the call. */
  withSession: <T>(attempt: () => Promise<T>) => Promise<T>;
  /** Puts the way to sign in again in place; returns how to take it away. */
  installSignInGate: (next: SignInGate) => () => void;
}

/** Makes the calls of `plain` again after whoever sits there has signed in again, where they were refused for want of a session. */
export function createInSession(plain: ApiClient): InSession {
  let gate: SignInGate | undefined;
  const withSession: InSession['withSession'] = async (attempt) => {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.kind !== 'unauthenticated' || !gate) throw error;
      if (!await gate()) throw error;
      return attempt();
    }
  };
  return {
    withSession,
    api: {
      call: (operation, input, options) => withSession(() => plain.call(operation, input, options)),
      upload: (operation, input, form, options) => withSession(() => plain.upload(operation, input, form, options)),
      download: (operation, input) => withSession(() => plain.download(operation, input)),
      url: (operation, input) => plain.url(operation, input),
    },
    installSignInGate: (next) => {
      gate = next;
      return () => { if (gate === next) gate = undefined; };
    },
  };
}
