import { Type, type Static } from 'typebox';
import { Code } from './schema.ts';

/** The closed set of ways a request can fail; each maps to one HTTP status. */
export const errorKinds = [
  'invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'rule-violated', 'rate-limited', 'unavailable', 'internal',
] as const;

/** One fault in the input: where (`path`, dotted), which rule (`code`), and what to do (`message`, Chinese). */
export const Issue = Type.Object({
  path: Type.String(),
  code: Type.String(),
  message: Type.String(),
});
export type Issue = Static<typeof Issue>;

/** RFC 9457 problem document; `title` says what went wrong and `detail` what to do, both in Chinese. */
export const Problem = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  kind: Code(errorKinds),
  code: Type.String(),
  title: Type.String(),
  detail: Type.Optional(Type.String()),
  issues: Type.Optional(Type.Array(Issue)),
  params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  traceId: Type.String(),
});
export type Problem = Static<typeof Problem>;
