import { Problem, type Operation, type TObject } from '@tongban/contract-kit';
import type { Kernel } from '../context.ts';
import type { ModuleDefinition } from '../module/index.ts';

function parameters(schema: TObject | undefined, where: 'path' | 'query'): object[] {
  if (!schema) return [];
  const required = new Set<string>(schema.required ?? []);
  return Object.entries(schema.properties).map(([name, property]) => ({
    name, in: where, required: where === 'path' || required.has(name), schema: property,
  }));
}

function answers(operation: Operation): Record<string, object> {
  const kind = operation.responseKind;
  const status = operation.response || kind !== undefined ? String(operation.status ?? 200) : '204';
  const content = kind === 'events' ? { 'text/event-stream': { schema: { type: 'string' } } } : kind === 'binary'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : operation.response && { 'application/json': { schema: operation.response } };
  return {
    [status]: { description: '成功', ...(content ? { content } : {}) },
    default: { description: '失败，说明原因与办法', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  };
}

function describe(operation: Operation, tag: string): object {
  const content = operation.bodyKind === 'multipart'
    ? { 'multipart/form-data': { schema: operation.body ?? { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } }
    : operation.body && { 'application/json': { schema: operation.body } };
  return {
    operationId: operation.id, summary: operation.summary, tags: [tag], 'x-permission': operation.permission,
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: answers(operation),
    security: operation.permission === 'public' ? [] : [{ session: [] }, { bearer: [] }],
  };
}

/** The OpenAPI 3.1 document of all operations; TypeBox schemas are JSON Schema 2020-12 and go in as they are (API-01). */
export function openApiDocument(kernel: Kernel, modules: readonly ModuleDefinition[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const module of modules) {
    for (const { operation } of module.routes ?? []) {
      const path = operation.path.replace(/:([A-Za-z]+)/g, '{$1}');
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, module.name) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '通办 Tongban API', version: '1', description: '政务服务与数字基座开放接口。错误一律为 application/problem+json。' },
    servers: [{ url: kernel.config.publicUrl }],
    tags: modules.filter((module) => module.routes?.length).map((module) => ({ name: module.name })),
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tb_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
