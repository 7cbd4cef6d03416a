export { buildApp } from './build-app.ts';
export type { Authenticate } from './authenticate.ts';
export { sessionCookie } from './register-operation.ts';
export type { FrontEnd } from './static-pages.ts';
