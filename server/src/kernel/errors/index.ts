import type { Issue, Problem } from '@tongban/contract-kit';

export type ErrorKind = Problem['kind'];

/** What a module says about one of its errors: kind, what went wrong, and what the reader should do. */
export interface ErrorDefinition {
  kind: Exclude<ErrorKind, 'internal'>;
  /** Chinese, without full stop; `{name}` is replaced from params. */
  title: string;
  /** Chinese sentence that says what to do next. */
  detail?: string;
}

export type ErrorParams = Record<string, string | number | boolean | null>;

interface AppErrorParts {
  kind: ErrorDefinition['kind'];
  code: string;
  title: string;
  detail?: string | undefined;
  params: ErrorParams;
  issues?: Issue[] | undefined;
  cause?: unknown;
}

/** A failure the platform knows by name; anything else becomes an opaque 500. */
export class AppError extends Error {
  readonly kind: ErrorDefinition['kind'];
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly params: ErrorParams;
  readonly issues: Issue[] | undefined;

  constructor(parts: AppErrorParts) {
    super(`${parts.code}: ${parts.title}`, { cause: parts.cause });
    this.name = 'AppError';
    this.kind = parts.kind;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail;
    this.params = parts.params;
    this.issues = parts.issues;
  }
}

function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/**
 * Declares a module's errors and gives the function that makes one: `throw fail('cases.stale', { number })`.
 * Codes start with the module's name.
 */
export function defineErrors<const M extends Record<string, ErrorDefinition>>(definitions: M) {
  return function fail(
    code: keyof M & string, params: ErrorParams = {}, extra: { issues?: Issue[]; cause?: unknown } = {},
  ): AppError {
    const definition: ErrorDefinition | undefined = definitions[code];
    if (!definition) throw new Error(`undeclared error code ${code}`);
    return new AppError({
      kind: definition.kind, code, params,
      title: fill(definition.title, params),
      detail: definition.detail === undefined ? undefined : fill(definition.detail, params),
      issues: extra.issues, cause: extra.cause,
    });
  };
}
