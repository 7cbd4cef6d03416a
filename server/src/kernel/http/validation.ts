import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { Issue, TSchema } from '@tongban/contract-kit';

const addFormats = addFormatsModule.default;

// Bodies keep their types; addresses carry only text, so numbers and lists are read out of it.
const bodies = new Ajv({ allErrors: true, strict: false, coerceTypes: false, messages: false });
const addresses = new Ajv({ allErrors: true, strict: false, coerceTypes: 'array', useDefaults: true, messages: false });
addFormats(bodies);
addFormats(addresses);

/**
 * Fastify's validator compiler: one Ajv for bodies, one for addresses. A schema is compiled when it is first asked: hundreds
 * of operations would otherwise cost a second at every start. Ajv keeps what it compiled, for all servers of the process.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiler = httpPart === 'body' ? bodies : addresses;
  let validate: ValidateFunction | undefined;
  return (data: unknown) => {
    validate ??= compiler.compile(schema);
    return validate(data) ? { value: data } : { error: new InputError(validate.errors ?? []) };
  };
};

/** Input that does not match an operation's schema; becomes a problem document with one issue per fault. */
export class InputError extends Error {
  readonly issues: Issue[];
  constructor(errors: readonly ErrorObject[]) {
    super('input does not match the schema');
    this.issues = errors.filter((error) => !wrappers.has(error.keyword)).slice(0, 50).map(toIssue);
    if (this.issues.length === 0) this.issues.push({ path: '', code: 'invalid', message: '内容不符合要求。' });
  }
}

/** Faults of content that does not come as a request's body, such as rows of a file, described like those of one. */
export function findFaults(schema: TSchema, data: unknown): Issue[] {
  const validate = compiled.get(schema) ?? bodies.compile(schema);
  compiled.set(schema, validate);
  return validate(data) ? [] : new InputError(validate.errors ?? []).issues;
}

const compiled = new WeakMap<TSchema, ValidateFunction>();

const wrappers = new Set(['anyOf', 'oneOf', 'if']);

function toIssue(error: ErrorObject): Issue {
  const missing = error.keyword === 'required' ? `/${String(error.params['missingProperty'])}` : '';
  return { path: (error.instancePath + missing).slice(1).replaceAll('/', '.'), code: error.keyword, message: describe(error) };
}

const formatNames: Record<string, string> = {
  uuid: '编号', date: '日期（如 2026-11-20）', 'date-time': '时间（如 2026-11-20T09:30:00+08:00）', email: '电子邮箱', uri: '网址',
};

function describe({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'required': return '此项必填。';
    case 'maxLength': return `不能超过 ${params['limit']} 个字。`;
    case 'minLength': return params['limit'] === 1 ? '此项必填。' : `至少要有 ${params['limit']} 个字。`;
    case 'maximum': return `不能大于 ${params['limit']}。`;
    case 'minimum': return `不能小于 ${params['limit']}。`;
    case 'maxItems': return `最多 ${params['limit']} 项。`;
    case 'minItems': return `至少 ${params['limit']} 项。`;
    case 'enum': return `只能是以下之一：${(params['allowedValues'] as unknown[]).join('、')}。`;
    case 'format': return `应为${formatNames[String(params['format'])] ?? String(params['format'])}。`;
    case 'pattern': return '格式不正确，请检查后重新填写。';
    case 'type': return '填写的内容类型不正确。';
    default: return '内容不符合要求。';
  }
}
