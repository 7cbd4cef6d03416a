import type { FrontEnd } from './kernel/http/index.ts';

/** The built front-ends, beside the server in the repository as in a release. */
export const frontEnds: readonly FrontEnd[] = [
  // The devices of a clerk's computer answer on loopback (docs/manuals/window-devices.md).
  { base: '/workbench/', folder: new URL('../../web/workbench/dist/', import.meta.url), connects: ['http://127.0.0.1:*', 'http://localhost:*'] },
  { base: '/', folder: new URL('../../web/portal/dist/', import.meta.url) },
];
