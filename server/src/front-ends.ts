import type { FrontEnd } from './kernel/http/index.ts';

/** The built front-ends, beside the server in the repository as in a release. */
export const frontEnds: readonly FrontEnd[] = [
  { base: '/workbench/', folder: new URL('../../web/workbench/dist/', import.meta.url) },
  { base: '/', folder: new URL('../../web/portal/dist/', import.meta.url) },
];
