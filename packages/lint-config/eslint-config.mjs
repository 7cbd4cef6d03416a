import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Restrictions by syntax: each has a name of its own, so that a fixture can tell which one fired.
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: '[no-default-export] Export by name: a thing is called the same everywhere.',
};
const NO_EXPORT_ALL = {
  selector: 'ExportAllDeclaration',
  message: '[no-export-all] Name what is exported: a face is chosen, not everything there is.',
};
const NO_DOUBLE_CAST = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: '[no-double-cast] `as unknown as` switches the compiler off: narrow the value instead.',
};
const NO_ENVIRONMENT = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: '[no-environment] Only kernel/config reads the environment; take a Config.' },
];
const NO_CURRENT_TIME = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '[no-current-time] Take the time from the kernel clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: '[no-current-time] Take the time from the kernel clock.' },
  { selector: "CallExpression[callee.name='Date']", message: '[no-current-time] Take the time from the kernel clock.' },
  { selector: "MemberExpression[object.name='performance']", message: '[no-current-time] Measure with elapsedMilliseconds of the kernel clock.' },
];
const NO_FOCUSED_TEST = [
  { selector: "MemberExpression[object.name=/^(describe|test|it)$/][property.name=/^(only|skip|todo)$/]", message: '[no-focused-test] A test runs, or is not there.' },
];

const EVERYWHERE = [NO_DEFAULT_EXPORT, NO_EXPORT_ALL, NO_DOUBLE_CAST, ...NO_ENVIRONMENT];
const restrict = (...restrictions) => ({ 'no-restricted-syntax': ['error', ...restrictions] });

const SOURCE = ['server/src/**/*.ts', 'packages/*/src/**/*.{ts,tsx}', 'web/*/src/**/*.{ts,tsx}', 'bench/**/*.ts', 'tests/**/*.ts'];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.ts', '**/testing/**/*.ts', 'packages/testkit/src/**/*.ts'];

/** The lint rules of the platform that a syntax tree answers; those that need types are in `oxlint.json`. Each has a failing fixture. */
export function createConfig() {
  return [
    { ignores: ['**/node_modules/', '**/dist/', '**/coverage/', 'data/', 'server/data/', '**/fixtures/', '.cache/', '**/*.config.{ts,js,mjs}'] },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
    {
      files: SOURCE,
      plugins: { '@typescript-eslint': tseslint.plugin, 'react-hooks': reactHooks },
      linterOptions: { reportUnusedDisableDirectives: 'error' },
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-non-null-assertion': 'error',
        '@typescript-eslint/consistent-type-imports': 'error',
        '@typescript-eslint/ban-ts-comment': 'error',
        'eqeqeq': 'error',
        'no-console': 'error',
        'no-debugger': 'error',
        'no-var': 'error',
        'prefer-const': 'error',
        'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
        'no-restricted-imports': ['error', { name: 'node:process', message: 'Only kernel/config reads the environment; take a Config.' }],
        'max-lines': ['error', 400],
        ...restrict(...EVERYWHERE),
      },
    },
    { files: ['server/src/**/*.ts'], ignores: ['server/src/kernel/clock/**', ...TESTS], rules: restrict(...EVERYWHERE, ...NO_CURRENT_TIME) },
    { files: ['web/*/src/**/*.{ts,tsx}', 'packages/*/src/**/*.tsx'], rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
    { files: TESTS, rules: { 'max-lines': ['error', 600], ...restrict(...EVERYWHERE, ...NO_FOCUSED_TEST) } },
    {
      // The one place that reads the environment; the test kit, which no production code imports; measurements.
      files: ['server/src/kernel/config/**/*.ts', 'packages/testkit/src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'],
      rules: restrict(NO_DEFAULT_EXPORT, NO_EXPORT_ALL, NO_DOUBLE_CAST, ...NO_FOCUSED_TEST),
    },
  ];
}
