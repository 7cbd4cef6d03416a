// The dependency rules of the architecture (docs/ARCHITECTURE.md), for dependency-cruiser. Each has a failing fixture
// of the same name under fixtures/dependencies.

const CONTRACT = '(^|/|[.])contract[.]ts$';
const TEST = '[.]test[.]tsx?$|(^|/)testing/';

/** Rules about single imports; rules about the declared `uses` of modules are in check-module-uses.mjs. */
export const forbidden = [
  {
    name: 'no-cycle',
    comment: 'No import cycles, type imports included: files that need each other are one file, or need a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved-import',
    comment: 'Every import leads to a file or an installed package.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'kernel-imports-no-module',
    comment: 'The kernel knows no module; modules register with it.',
    severity: 'error',
    from: { path: '^server/src/kernel/' },
    to: { path: '^server/src/(modules|processes)/' },
  },
  {
    name: 'module-by-its-face',
    comment: 'A module reaches another only through its index.ts or contract.ts.',
    severity: 'error',
    from: { path: '^server/src/modules/([^/]+)/' },
    to: { path: '^server/src/modules/', pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index[.]ts$', CONTRACT] },
  },
  {
    name: 'outside-by-the-face',
    comment: 'Processes, commands and entry points reach a module only through its index.ts or contract.ts.',
    severity: 'error',
    from: { path: '^server/src/', pathNot: ['^server/src/(kernel|modules)/', TEST] },
    to: { path: '^server/src/modules/', pathNot: ['^server/src/modules/[^/]+/index[.]ts$', CONTRACT] },
  },
  {
    name: 'contract-is-isomorphic',
    comment: 'contract.ts imports only the schema library (through contract-kit) and other contracts: browsers load it.',
    severity: 'error',
    from: { path: CONTRACT, pathNot: TEST },
    to: { pathNot: [CONTRACT, '^packages/contract-kit/', '(^|/)node_modules/typebox/'] },
  },
  {
    name: 'routes-leave-the-database',
    comment: 'Routes parse, call and present; actions and queries talk to the database.',
    severity: 'error',
    from: { path: '^server/src/modules/[^/]+/routes/', pathNot: TEST },
    to: { path: '^server/src/kernel/db/|(^|/)node_modules/(pg|kysely|@types/pg)/|/tables[.]ts$' },
  },
  {
    name: 'actions-leave-http',
    comment: 'Actions, queries, states and jobs work the same from HTTP, a job or a command.',
    severity: 'error',
    from: { path: '^server/src/modules/[^/]+/((actions|queries|jobs)/|states[.]ts$)', pathNot: TEST },
    to: { path: '^server/src/kernel/http/|^server/src/modules/[^/]+/routes/|(^|/)node_modules/(fastify|@fastify)/' },
  },
  {
    name: 'states-are-pure',
    comment: 'states.ts is a pure function of state and action: no database, no node built-ins.',
    severity: 'error',
    from: { path: '^server/src/modules/[^/]+/states[.]ts$' },
    to: { path: '^server/src/kernel/db/|/tables[.]ts$|(^|/)node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-imports-packages-and-contracts',
    comment: 'Front-ends import packages and contracts only.',
    severity: 'error',
    from: { path: '^web/([^/]+)/' },
    to: { path: '^(server|web|bench|scripts)/', pathNot: ['^web/$1/', CONTRACT] },
  },
  {
    name: 'portal-without-designers',
    comment: 'What citizens load contains no designer: neither the portal nor the packages it is made of reach one, or the workbench\'s component library.',
    severity: 'error',
    from: { path: '^(web/portal|packages/(form-renderer|form-model|ui|identifiers|api-client|contract-kit))/', pathNot: TEST },
    to: { path: '^packages/(form-designer|expression-editor|bpmn-model|decision-tables|dmn-model)/|(^|/)node_modules/(bpmn-js|diagram-js|bpmn-moddle|antd|@ant-design)/' },
  },
  {
    name: 'features-stand-alone',
    comment: 'A feature of a front-end imports no other feature; what they share is in shared/.',
    severity: 'error',
    from: { path: '^web/([^/]+)/src/features/([^/]+)/' },
    to: { path: '^web/$1/src/features/', pathNot: '^web/$1/src/features/$2/' },
  },
  {
    name: 'packages-stand-below',
    comment: 'Packages know neither the server nor the front-ends (testkit, which puts the server together for tests, may).',
    severity: 'error',
    from: { path: '^packages/', pathNot: ['^packages/testkit/', TEST] },
    to: { path: '^(server|web|bench|scripts)/' },
  },
  {
    name: 'no-test-code-in-production',
    comment: 'Code that runs in production imports neither tests nor the test kit.',
    severity: 'error',
    from: { path: '^(server|web|packages)/', pathNot: [TEST, '^packages/(testkit|lint-config)/'] },
    to: { path: `^packages/testkit/|(^|/)node_modules/vitest/|${TEST}` },
  },
];

/** Where source is, relative to the root. */
export const SOURCE_FOLDERS = ['server/src', 'packages', 'web', 'bench'];

export const cruiseOptions = {
  doNotFollow: { path: '(^|/)node_modules/' },
  exclude: { path: '(^|/)(dist|coverage|fixtures)/' },
  tsPreCompilationDeps: true,
  moduleSystems: ['es6'],
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'] },
};
