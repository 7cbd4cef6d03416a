// Rules of our own over the syntax, for oxlint (`oxlint.json` says where each holds).

const named = (node, name) => node?.type === 'Identifier' && node.name === name;

/** The name after the dot, also where it stands in brackets. */
const memberOf = (node) => (node.computed ? node.property.value : node.property.name);

/** A rule that says one thing, of the nodes that `visitors` picks with `report(node)`. */
function rule(message, visitors) {
  return { meta: { type: 'problem' }, create: (context) => visitors((node) => context.report({ node, message })) };
}

const takeTheClock = 'Take the time from the kernel clock.';

const rules = {
  'no-default-export': rule('Export by name: a thing is called the same everywhere.', (report) => ({ ExportDefaultDeclaration: report })),
  'no-export-all': rule('Name what is exported: a face is chosen, not everything there is.', (report) => ({ ExportAllDeclaration: report })),
  'no-double-cast': rule('`as unknown as` switches the compiler off: narrow the value instead.', (report) => ({
    TSAsExpression: (node) => { if (node.expression.type === 'TSAsExpression' && node.expression.typeAnnotation.type === 'TSUnknownKeyword') report(node); },
  })),
  'no-environment': rule('Only kernel/config reads the environment; take a Config.', (report) => ({
    MemberExpression: (node) => { if (named(node.object, 'process') && memberOf(node) === 'env') report(node); },
  })),
  'no-current-time': rule(takeTheClock, (report) => ({
    NewExpression: (node) => { if (named(node.callee, 'Date') && node.arguments.length === 0) report(node); },
    CallExpression: ({ callee }) => { if (named(callee, 'Date') || (callee.type === 'MemberExpression' && named(callee.object, 'Date') && memberOf(callee) === 'now')) report(callee); },
    // Durations: elapsedMilliseconds of the kernel clock.
    MemberExpression: (node) => { if (named(node.object, 'performance')) report(node); },
  })),
  'no-focused-test': rule('A test runs, or is not there.', (report) => ({
    MemberExpression: (node) => { if (/^(?:describe|test|it)$/u.test(node.object.name ?? '') && /^(?:only|skip|todo)$/u.test(memberOf(node) ?? '')) report(node); },
  })),
};

const plugin = { meta: { name: 'tongban' }, rules };
// What reads a plugin takes its default export.
export default plugin;
