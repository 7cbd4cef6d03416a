export { createEmptyDatabaseOnGivenServer, createTestDatabase, prepareDatabase, useResource, useTestDatabase, type PreparedDatabase, type TestDatabase } from './create-test-database.ts';
export { startTestServer, useTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
export { useBuiltServer } from './use-built-server.ts';
export { findFreePort, runBuiltCommand, startServerProcess, type CommandOutcome, type ServerProcess } from './server-process.ts';
