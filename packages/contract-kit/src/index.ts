export { Type } from 'typebox';
export type { Static, TObject, TSchema } from 'typebox';
export { Code, DateOnly, DateTime, Id, JsonObject, Nullable, PageOf, PageQuery, Text } from './schema.ts';
export type { Page } from './schema.ts';
export { errorKinds, Issue, Problem } from './problem.ts';
export { defineOperation } from './operation.ts';
export type { BodyOf, HttpMethod, InputOf, Operation, ParamsOf, QueryOf, ResponseOf } from './operation.ts';
