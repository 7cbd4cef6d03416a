import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, mergeElements, type ApplicationMaterial as Material, type ItemElements, type MergeChoice } from './contract.ts';

const words = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
const limit = fc.record({ days: fc.integer({ min: 0, max: 3 }), unit: fc.constantFrom('working-day' as const, 'calendar-day' as const) });
const material = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'), name: words, type: fc.constant('1'), form: fc.constant('1'), necessity: fc.constantFrom('1', '2'),
  source: fc.constant('10'), originals: fc.integer({ min: 0, max: 2 }), copies: fc.constant(0), acceptanceStandard: words,
  replacedByLicenceTypes: fc.uniqueArray(words, { maxLength: 3 }), fileTypes: fc.constant<Material['fileTypes']>([]), maxFiles: fc.constant(1),
  reviewPoints: fc.constant<Material['reviewPoints']>([]),
});
const basis = fc.record({ lawName: fc.constantFrom('法一', '法二'), clauseNumber: fc.constantFrom('第一条', '第二条'), clauseContent: words });

/** Documents that differ in plain values, whole values, lists of lines, keyed lists and lists told apart by name. */
const elements: fc.Arbitrary<ItemElements> = fc.record({
  name: words, summary: fc.option(words, { nil: undefined }), promisedLimit: fc.option(limit, { nil: undefined }),
  organizationId: fc.constantFrom('o1', 'o2'), conditions: fc.uniqueArray(words, { maxLength: 4 }),
  tags: fc.uniqueArray(words, { maxLength: 4 }), materials: fc.uniqueArray(material, { selector: ({ key }) => key, maxLength: 4 }),
  legalBases: fc.uniqueArray(basis, { selector: ({ lawName, clauseNumber }) => lawName + clauseNumber, maxLength: 4 }),
  handling: fc.record({ mode: fc.constantFrom('platform' as const, 'window' as const), processKey: fc.option(words, { nil: undefined }) }),
}).map(({ summary, promisedLimit, handling: { mode, processKey }, organizationId, ...rest }) => ({
  ...rest, ...(summary ? { summary } : {}), ...(promisedLimit ? { promisedLimit } : {}), handling: { mode, ...(processKey ? { processKey } : {}) },
  organizationId, departmentName: `名称 ${organizationId}`, aliases: [], localTaskCode: 'X', taskType: '01', regionCode: '511602000000', handlingDepartments: [],
  serviceObjects: [], audiences: [], agentAllowed: false, flowSteps: [], specialProcedures: [], fees: [], results: [], handlingForms: [],
  crossRegionScopes: [], onlineAvailable: false, onlineDepths: [], personTopics: [], companyTopics: [], windows: [], faqs: [], forms: [],
}));

const three = fc.tuple(elements, elements, elements);
const merged = (base: ItemElements, theirs: ItemElements, mine: ItemElements, choice: MergeChoice = 'mine') => mergeElements(base, theirs, mine, () => choice);

/** Everything a document says, one line each, lists by their entries and in no order. */
function factsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => {
      if (typeof entry === 'string') return [`${path}/${entry}`];
      const { key, lawName, clauseNumber } = entry as Record<string, string>;
      return factsOf(entry, `${path}/${key ?? `${lawName} ${clauseNumber}`}`);
    });
  }
  if (typeof value !== 'object' || value === null) return [`${path}=${String(value)}`];
  const whole = 'days' in value;
  return whole ? [`${path}=${JSON.stringify(value)}`] : Object.entries(value).flatMap(([name, member]) => factsOf(member, `${path}.${name}`));
}
const sameFacts = (one: ItemElements, other: ItemElements) => expect(factsOf(one).sort()).toEqual(factsOf(other).sort());

describe('两人同时修改同一版本时三方合并 (CAT-02)', () => {
  it('只有一方修改的，取修改的一方，没有冲突', () => {
    fc.assert(fc.property(elements, elements, (base, changed) => {
      expect(merged(base, changed, base)).toEqual({ elements: changed, conflicts: [] });
      expect(merged(base, base, changed)).toEqual({ elements: changed, conflicts: [] });
      expect(merged(base, changed, changed)).toEqual({ elements: changed, conflicts: [] });
    }));
  });

  it('谁先谁后都一样：冲突相同，内容对换选择后相同', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      const [one, other] = [merged(base, theirs, mine, 'mine'), merged(base, mine, theirs, 'theirs')];
      expect(one.conflicts.map(({ path }) => path).sort()).toEqual(other.conflicts.map(({ path }) => path).sort());
      sameFacts(one.elements, other.elements);
    }));
  });

  it('任何一方写的内容都不会丢：要么在合并结果里，要么在冲突里可选', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      const both = [...factsOf(merged(base, theirs, mine, 'mine').elements), ...factsOf(merged(base, theirs, mine, 'theirs').elements)];
      const standing = factsOf(base);
      const written = [...factsOf(theirs), ...factsOf(mine)].filter((fact) => !standing.includes(fact));
      expect(written.filter((fact) => !both.includes(fact))).toEqual([]);
    }));
  });

  it('一方删除、另一方没有动的，删除；不会凭空出现三方都没有的内容', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      const [result, known] = [factsOf(merged(base, theirs, mine).elements), [...factsOf(base), ...factsOf(theirs), ...factsOf(mine)]];
      expect(result.filter((fact) => !known.includes(fact))).toEqual([]);
      const removed = base.tags.filter((tag) => !theirs.tags.includes(tag) && mine.tags.includes(tag));
      const { elements: kept, conflicts } = merged(base, theirs, mine);
      if (!conflicts.some(({ path }) => path === 'tags')) expect(kept.tags.filter((tag) => removed.includes(tag))).toEqual([]);
    }));
  });

  it('每条冲突确实两方都改了且不同；逐条选择互不影响', () => {
    fc.assert(fc.property(three, fc.infiniteStream(fc.boolean()), ([base, theirs, mine], coin) => {
      const { conflicts } = merged(base, theirs, mine);
      for (const one of conflicts) expect([isSame(one.theirs, one.mine), isSame(one.base, one.mine), isSame(one.base, one.theirs)]).toEqual([false, false, false]);
      const choices = new Map(conflicts.map(({ path }) => [path, coin.next().value ? 'mine' as const : 'theirs' as const]));
      const chosen = mergeElements(base, theirs, mine, (path) => choices.get(path) ?? 'mine');
      expect(chosen.conflicts.map(({ path }) => path)).toEqual(conflicts.map(({ path }) => path));
      expect(new Set(chosen.elements.materials.map(({ key }) => key)).size).toBe(chosen.elements.materials.length);
    }));
  });

  it('实施主体的编号和名称一起取', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      for (const choice of ['mine', 'theirs'] as const) {
        const { organizationId, departmentName } = merged(base, theirs, mine, choice).elements;
        expect(departmentName).toBe(`名称 ${organizationId}`);
      }
    }));
  });

  it('两人改同一条受理条件是冲突，各加一条不是；时限作为整体冲突', () => {
    const [base] = fc.sample(elements, 1);
    const with_ = (change: Partial<ItemElements>): ItemElements => ({ ...(base as ItemElements), conditions: ['一'], ...change });
    const both = merged(with_({}), with_({ conditions: ['一', '二'] }), with_({ conditions: ['一', '三'] }));
    expect([both.conflicts, both.elements.conditions]).toEqual([[], ['一', '三', '二']]);
    expect(merged(with_({}), with_({ conditions: ['一改'] }), with_({ conditions: ['一又改'] })).conflicts).toMatchObject([{ path: 'conditions', label: '受理条件' }]);
    const days = (promised: number) => with_({ promisedLimit: { days: promised, unit: 'working-day' } });
    expect(merged(days(5), days(3), days(2)).conflicts).toMatchObject([{ path: 'promisedLimit', theirs: { days: 3 }, mine: { days: 2 } }]);
  });

  it('一人改条件的要点、另一人加一条，都保留；改同一条的内容才是冲突 (DEC-01)', () => {
    const [base] = fc.sample(elements, 1);
    const point = { key: 'age', stage: 'review' as const, condition: '年满80周岁。', text: '查询人口信息。' };
    const with_ = (...conditionPoints: NonNullable<ItemElements['conditionPoints']>): ItemElements => ({ ...(base as ItemElements), conditionPoints });
    const both = merged(with_(point), with_({ ...point, stage: 'acceptance' }), with_(point, { ...point, key: 'alive', text: '查询人口信息，健在。' }));
    expect([both.conflicts, both.elements.conditionPoints?.map(({ key, stage }) => [key, stage])]).toEqual([[], [['age', 'acceptance'], ['alive', 'review']]]);
    const text = (words: string) => with_({ ...point, text: words });
    expect(merged(text('一'), text('二'), text('三')).conflicts).toMatchObject([{ path: 'conditionPoints.age.text' }]);
  });
});
