export { createTestDatabase, useTestDatabase, type TestDatabase } from './create-test-database.ts';
export { startTestServer, useTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
