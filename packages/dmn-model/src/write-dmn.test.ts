import { compileRuleSet, evaluateRuleSet, hitPolicies, type Decision, type RuleInput, type RuleSet, valueTypes } from '@tongban/decision-tables';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDmn, writeDmn } from './index.ts';

/** Texts as people write them, with everything that XML minds. */
const text = fc.string({ unit: fc.constantFrom(...'甲乙年龄abz019<>&"\'\n\t .,()[]-=+…'), maxLength: 24 }).map((one) => one.trim());
const filled = text.map((one) => `甲${one.replace(/\s+/g, '')}`);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** A record without the members that are undefined. */
const lean = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
const yes = optional(fc.constant(true));

const shape = { type: fc.constantFrom(...valueTypes), list: yes, optional: yes, allowedValues: optional(filled) };
const inner = fc.record({ name: filled, ...shape }).map(lean);
const field = fc.record({ name: filled, ...shape, type: fc.constant('record' as const), fields: fc.array(inner, { minLength: 1, maxLength: 3 }) }).map(lean);
const ids = fc.constantFrom('r1', '规则一', 'c-age', '1');
const ownShape = fc.oneof(fc.record(shape).map(lean), fc.record({ ...shape, type: fc.constant('record' as const), fields: fc.array(fc.oneof(inner, field), { minLength: 1, maxLength: 3 }) }).map(lean));
const label = optional(filled);

const table = fc.nat(3).chain((width) => fc.record({
  kind: fc.constant('table' as const), hitPolicy: fc.constantFrom(...hitPolicies),
  inputs: fc.array(fc.record({ id: ids, expression: filled, label, type: optional(shape.type), allowedValues: optional(filled), optional: yes }).map(lean), { minLength: width, maxLength: width }),
  outputs: fc.array(fc.record({ id: ids, name: filled, label, type: shape.type, allowedValues: optional(filled), defaultValue: optional(filled), optional: yes }).map(lean), { minLength: 1, maxLength: 1 }),
  rules: fc.array(fc.record({ id: ids, inputs: fc.array(text, { minLength: width, maxLength: width }), outputs: fc.array(text, { minLength: 1, maxLength: 1 }), annotation: optional(filled) }).map(lean), { maxLength: 4 }),
}));
const literal = fc.tuple(ownShape, filled).map(([one, expression]) => ({ ...one, kind: 'expression' as const, expression }));

const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  inputs: fc.uniqueArray(fc.tuple(ownShape, filled, ids, label).map(([one, name, id, words]): RuleInput => lean({ ...one, id, name, label: words }) as RuleInput), { maxLength: 4, selector: ({ name }) => name }),
  decisions: fc.uniqueArray(fc.record({ id: ids, name: filled.map((name) => `决${name}`), label, requires: fc.constant([]), logic: fc.oneof(table, literal) }).map((one) => lean(one) as Decision), { maxLength: 3, selector: ({ name }) => name }),
}).map(({ inputs, decisions }) => ({
  inputs, decisions: decisions.map((decision, index) => ({ ...decision, requires: [...inputs, ...decisions.slice(0, index)].map(({ name }) => name) })),
}));

describe('写出 DMN (DEC-02)', () => {
  test('写出再读入，一字不差', async () => {
    await fc.assert(fc.asyncProperty(ruleSet, filled, async (given, name) => {
      expect(await readDmn(writeDmn(name, given))).toEqual({ ok: true, name, ruleSet: given, leftOut: [] });
    }), { numRuns: 150 });
  });

  test('别的工具去掉我们的属性后，照样读入、照样运行', async () => {
    const given: RuleSet = {
      inputs: [{ id: 'i', name: '年龄', type: 'integer', allowedValues: '[0..150]' }],
      decisions: [{
        id: 'd', name: '结论', requires: ['年龄'], logic: {
          kind: 'table', hitPolicy: 'F', inputs: [{ id: 'c', expression: '年龄' }], outputs: [{ id: 'o', name: '结论', type: 'text', allowedValues: '"准予", "不予"' }],
          rules: [{ id: 'r1', inputs: ['>= 80'], outputs: ['"准予"'], annotation: '《办法》第三条 & “附则”' }, { id: 'r2', inputs: ['-'], outputs: ['"不予"'] }],
        },
      }],
    };
    const xml = writeDmn('高龄津贴', given).replace(/ tongban:\w+="[^"]*"/g, '');
    const read = await readDmn(xml);
    if (!read.ok) throw new Error(read.message);
    const compiled = compileRuleSet(read.ruleSet);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    expect([79, 80].map((age) => evaluateRuleSet(compiled.compiled, { 年龄: age }))).toMatchObject([{ results: { 结论: '不予' } }, { results: { 结论: '准予' } }]);
  });
});
