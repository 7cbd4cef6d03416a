import { compile, evaluate } from '@tongban/expressions';
import { text } from '../text.ts';

const words = text.walk;

/** What lines of `name = value` give, or why one of them gives nothing. */
export type Values = { readonly ok: true; readonly values: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly message: string };

/** Reads the data of a simulated case: a name and a FEEL value each line. */
export function readValues(source: string): Values {
  const values: Record<string, unknown> = {};
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, name, written] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(.+?)\s*$/u.exec(line) ?? [];
    if (name === undefined || written === undefined) return { ok: false, message: words.line(index + 1, words.shape) };
    const compiled = compile(written, { names: {} });
    if (!compiled.ok) return { ok: false, message: words.line(index + 1, compiled.problems[0]?.message ?? words.shape) };
    const result = evaluate(compiled.expression, {});
    if (!result.ok) return { ok: false, message: words.line(index + 1, result.problem.message) };
    values[name] = result.value;
  }
  return { ok: true, values };
}
