import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { TSchema } from '@tongban/contract-kit';
import type { FastifySerializerCompiler } from 'fastify';

type Serialize = (data: unknown) => string;

const compile = SerializerSelector()();
const compiled = new WeakMap<TSchema, Serialize>();

/** Fastify's serializer compiler; like the checks of input, an answer's schema is compiled at its first use and kept for the process. */
export const compileSerializer: FastifySerializerCompiler<TSchema> = ({ schema, method, url, httpStatus = '200' }) => (data) => {
  let serialize = compiled.get(schema);
  if (!serialize) {
    serialize = compile({ schema, method, url, httpStatus });
    compiled.set(schema, serialize);
  }
  return serialize(data);
};
