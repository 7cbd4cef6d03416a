/**
 * The result of checking one identifier: either the parts that were read, or a stable code with a sentence
 * in Chinese that tells the person who typed it what to do.
 */
export type CheckOutcome<Parts extends object> = Accepted<Parts> | Rejected;

/** An identifier that was accepted; `normalized` is the only form that may be stored. */
export type Accepted<Parts extends object> = { readonly ok: true; readonly normalized: string } & Parts;

/** An identifier that was refused. `code` is stable; `message` is for people. */
export interface Rejected {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/** A remark on a code that could be read but does not follow its rule; it never prevents reading. */
export interface Finding {
  readonly code: string;
  readonly message: string;
}

/** Builds a refusal. */
export function reject(code: string, message: string): Rejected {
  return { ok: false, code, message };
}
