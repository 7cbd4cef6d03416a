import { Type, type Static, type TSchema } from 'typebox';

/** A string of at most `max` UTF-16 units; every text an outsider sends is bounded by one of these. */
export function Text(max: number, options: { minLength?: number; description?: string; pattern?: string } = {}) {
  return Type.String({ maxLength: max, ...options });
}

/** One of a closed set of string codes, written as a JSON Schema `enum`. */
export function Code<const V extends readonly string[]>(values: V, description?: string) {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...(description ? { description } : {}) });
}

/** The value or null; null means "known to be empty". */
export function Nullable<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: 'null' }] });
}

/** A UUID (version 7 for everything the platform creates, so that ids sort by time). */
export const Id = Type.String({ format: 'uuid' });

/** A calendar date in the platform's time zone, `2026-11-20`. */
export const DateOnly = Type.String({ format: 'date' });

/** An instant in ISO 8601 with offset, `2026-11-20T09:30:00.000Z`. */
export const DateTime = Type.String({ format: 'date-time' });

/** Free-form JSON object whose members another schema (a form definition, a template) checks. */
export const JsonObject = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown());

/** Cursor paging: `limit` rows (default 20, at most 100) after the opaque `cursor` of the page before. */
export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
});

/** A page of `items`; `nextCursor` is null on the last page. */
export function PageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });
}

/** A page as a TypeScript type. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
