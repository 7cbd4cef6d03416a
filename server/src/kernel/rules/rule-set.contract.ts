import { Code, Text, Type, type Static } from '@tongban/contract-kit';

const valueTypes = ['text', 'number', 'integer', 'boolean', 'date', 'record', 'any'] as const;
const hitPolicies = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const;

// A draft may lack a name or an expression as yet; compiling says so, and nothing is published that does not compile.
const name = Text(60);
const label = Type.Optional(Text(100));
const cell = Text(500);
/** A literal expression may be longer than a cell. */
const expression = Text(2_000);
const key = Text(80, { minLength: 1 });

const shape = {
  type: Code(valueTypes), list: Type.Optional(Type.Boolean()), optional: Type.Optional(Type.Boolean()),
  allowedValues: Type.Optional(cell),
};
const InnerField = Type.Object({ name, ...shape });
const Field = Type.Object({ name, ...shape, fields: Type.Optional(Type.Array(InnerField, { maxItems: 50 })) });
const fields = Type.Optional(Type.Array(Field, { maxItems: 50 }));

export const RuleInput = Type.Object({ id: key, name, label, ...shape, fields });

const TableInput = Type.Object({
  id: key, expression: Text(500), label, type: Type.Optional(Code(valueTypes)), allowedValues: Type.Optional(cell), optional: Type.Optional(Type.Boolean()),
});
const TableOutput = Type.Object({
  id: key, name, label, type: Code(valueTypes), allowedValues: Type.Optional(cell), defaultValue: Type.Optional(cell), optional: Type.Optional(Type.Boolean()),
});
const TableRule = Type.Object({
  id: key, inputs: Type.Array(cell, { maxItems: 30 }), outputs: Type.Array(cell, { maxItems: 20 }), annotation: Type.Optional(Text(500)),
});

export const DecisionTable = Type.Object({
  kind: Type.Literal('table'), hitPolicy: Code(hitPolicies), inputs: Type.Array(TableInput, { maxItems: 30 }), outputs: Type.Array(TableOutput, { maxItems: 20 }),
  rules: Type.Array(TableRule, { maxItems: 1_000 }),
});

export const LiteralExpression = Type.Object({ kind: Type.Literal('expression'), expression, ...shape, fields });

/** A rule set as `packages/decision-tables` runs it: what is told, and the decisions that follow (DMN 1.3). */
export const RuleSetContent = Type.Object({
  inputs: Type.Array(RuleInput, { maxItems: 100 }),
  decisions: Type.Array(Type.Object({
    id: key, name, label, requires: Type.Array(name, { maxItems: 150 }), logic: Type.Union([DecisionTable, LiteralExpression]),
  }), { maxItems: 50 }),
});
export type RuleSetContent = Static<typeof RuleSetContent>;
