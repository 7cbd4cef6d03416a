import type { Static, TSchema } from '@tongban/contract-kit';
import { findFaults } from '../../kernel/http/validation.ts';
import { fail } from './errors.ts';

/** The content of a signed message, as its schema has it. @throws self-built.bad-payload with one issue a fault */
export function readPayload<S extends TSchema>(payload: string, schema: S): Static<S> {
  let content: unknown;
  try {
    content = JSON.parse(payload);
  } catch {
    throw fail('self-built.bad-payload', { count: 1 }, { issues: [{ path: '', code: 'json', message: 'payload 不是 JSON 文本。' }] });
  }
  const issues = findFaults(schema, content);
  if (issues.length > 0) throw fail('self-built.bad-payload', { count: issues.length }, { issues });
  return content as Static<S>;
}
