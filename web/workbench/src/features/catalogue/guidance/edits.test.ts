import { checkQuestionnaire, drawDiagram, mergeElements, Questionnaire as Schema, type ApplicationMaterial, type ItemElements, type Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { questionnaires } from '@tongban/testkit/questionnaires';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  addOption, addSituation, connect, duplicateQuestion, duplicateSituation, insertQuestion, moveOption, moveQuestion, removeOption, removeQuestion, removeSituation,
  type Edited, type Guided,
} from './edits.ts';
import { edgesInto, flowOf, isEnd, type Flow, type Place, type Target } from './flow.ts';
import { writeConditions } from './write-conditions.ts';

const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
const simple: Guided = { materials: [], questionnaire: { questions: [], situations: [{ key: 'general', name: '通用情形', when: [], notes: [] }] } };

function made(edited: Edited): Guided {
  if ('refused' in edited) throw new Error(edited.refused);
  return edited.guided;
}
const flow = ({ questionnaire }: Guided): Flow => {
  const drawn = flowOf(questionnaire);
  if (!drawn) throw new Error('too tangled');
  return drawn;
};
const nodeOf = (guided: Guided, question: string) => {
  const node = [...flow(guided).nodes.values()].find((one) => one.question === question);
  if (!node) throw new Error(`${question} is not asked`);
  return node;
};
const at = (guided: Guided, question: string, option: string): Place => ({ node: nodeOf(guided, question).id, option });
const faults = ({ questionnaire, materials }: Guided) => checkQuestionnaire({ questionnaire, materials, formKeys: [] }).faults.map(({ code }) => code);
const places = ({ nodes }: Flow): Place[] => ['root', ...[...nodes.values()].flatMap(({ id, edges }) => [...edges.keys()].map((option): Place => ({ node: id, option })))];
const draw = ({ questions, situations }: Questionnaire) => JSON.stringify(drawDiagram(questions, situations));

describe('情形引导的编辑 (GDE-01)', () => {
  it('从一个通用情形开始：插入问题、连到新情形、两条路合到同一情形', () => {
    const first = made(insertQuestion(simple, 'root'));
    expect(faults(first)).toEqual(['unworded']);
    const refused = made(addSituation(first, at(first, 'question-1', 'option-2')));
    expect([...nodeOf(refused, 'question-1').edges.values()]).toEqual([['general'], ['situation-2']]);
    const second = made(insertQuestion(refused, at(refused, 'question-1', 'option-1')));
    const joined = made(connect(second, at(second, 'question-2', 'option-2'), ['situation-2']));
    const met = joined.questionnaire.situations.find(({ key }) => key === 'situation-2');
    expect(met?.when).toEqual([{ question: 'question-1', options: ['option-2'], alternative: 1 }, { question: 'question-2', options: ['option-2'], alternative: 2 }]);
    expect(faults(joined)).toEqual(['unworded', 'unworded', 'unworded']);
  });

  it('没有连接的选项是死路，问题不能连到自己前面', () => {
    const first = made(insertQuestion(simple, 'root'));
    const more = made(addOption(made(insertQuestion(first, at(first, 'question-1', 'option-1'))), 'question-1'));
    expect(faults(more)).toContain('dead-end');
    expect(connect(more, at(more, 'question-2', 'option-1'), flow(more).root)).toEqual({ refused: 'loop' });
  });

  it('删除问题保留一条路，其余的放在一旁，什么也不丢', () => {
    const base: Guided = {
      materials: [], questionnaire: {
        questions: [{ key: 'a', text: '甲', options }, { key: 'b', text: '乙', options, when: [{ question: 'a', options: ['yes'] }] }],
        situations: [
          { key: 'x', name: '一', when: [{ question: 'b', options: ['yes'] }], notes: [] }, { key: 'y', name: '二', when: [{ question: 'b', options: ['no'] }], notes: [] },
          { key: 'z', name: '三', when: [{ question: 'a', options: ['no'] }], notes: [] },
        ],
      },
    };
    const kept = made(removeQuestion(base, 'a', 'yes'));
    expect(kept.questionnaire.questions).toEqual([{ key: 'b', text: '乙', options }]);
    expect(faults(kept)).toEqual(['never-reached']);
    const other = made(removeQuestion(base, 'a', 'no'));
    expect(other.questionnaire.questions.map(({ key }) => key)).toEqual(['b']);
    expect(faults(other)).toEqual(['never-asked', 'never-reached', 'never-reached']);
    expect(made(insertQuestion(other, 'root', 'b')).questionnaire.questions).toEqual([{ key: 'b', text: '乙', options }]);
    expect(removeOption(base, 'a', 'yes')).toEqual({ refused: 'too-few-options' });
    expect(moveQuestion(base, 'b', -1)).toEqual({ refused: 'order' });
  });

  it('删去选项、问题、情形时，材料的条件随之清理', () => {
    const material = (when: ApplicationMaterial['when'], situations?: string[]) => ({ key: 'plan', name: '平面图', when, ...(situations ? { situations } : {}) }) as ApplicationMaterial;
    const three = { key: 'a', text: '甲', options: [...options, { key: 'other', text: '其他' }] };
    const questionnaire = { questions: [three], situations: [{ key: 'x', name: '一', when: [], notes: [] }, { key: 'y', name: '二', when: [{ question: 'a', options: [] }], notes: [] }] };
    const guided = (one: ApplicationMaterial): Guided => ({ questionnaire, materials: [one] });
    expect(made(removeOption(guided(material([{ question: 'a', options: ['yes', 'no'] }])), 'a', 'yes')).materials[0]?.when).toEqual([{ question: 'a', options: ['no'] }]);
    expect(made(removeQuestion(guided(material([{ question: 'a', options: ['yes'] }])), 'a', 'no')).materials[0]?.when).toEqual([{ question: 'none', options: [] }]);
    expect(made(removeSituation(guided(material(undefined, ['x', 'y'])), 'y')).materials[0]?.situations).toEqual(['x']);
    expect(made(duplicateSituation(guided(material(undefined, ['x'])), 'x')).materials[0]?.situations).toEqual(['x', 'situation-3']);
    const points = { questionnaire, materials: [], conditionPoints: [['x', 'y'], ['y']].map((situations, index) => ({ key: `point-${index}`, text: '查询登记信息。', stage: 'review' as const, condition: '已经登记。', situations })) };
    expect(made(removeSituation(points, 'y')).conditionPoints?.map(({ situations }) => situations)).toEqual([['x'], ['y']]);
    expect(made(duplicateSituation(points, 'x')).conditionPoints?.map(({ situations }) => situations)).toEqual([['x', 'y', 'situation-3'], ['y']]);
  });
});

describe('两个人同时改情形引导 (CAT-02, GDE-01)', () => {
  // Only the guidance is looked at.
  const withGuided = ({ questionnaire }: Guided): ItemElements => JSON.parse(JSON.stringify({ questionnaire, materials: [] }));
  const base = made(insertQuestion(made(insertQuestion(simple, 'root')), 'root'));

  it('各改一处的都保留，合并之后仍互斥、完备', () => {
    const mine = made(addSituation(base, at(base, 'question-2', 'option-2')));
    const reworded = { ...base, questionnaire: { ...base.questionnaire, questions: base.questionnaire.questions.map((question) => (question.key === 'question-1' ? { ...question, text: '有没有店面？' } : question)) } };
    const merged = mergeElements(withGuided(base), withGuided(reworded), withGuided(mine));
    const { questionnaire } = merged.elements;
    expect(merged.conflicts).toEqual([]);
    expect(questionnaire?.questions.map(({ text }) => text)).toContain('有没有店面？');
    expect(questionnaire?.situations.map(({ key }) => key)).toEqual(['general', 'situation-2']);
    expect(questionnaire && faults({ questionnaire, materials: [] })).toEqual(['unworded', 'unworded']);
  });

  it('在同一个选项上一人插入问题、一人改去向：都保留，先问再到新的情形', () => {
    const place = at(base, 'question-2', 'option-2');
    const [mine, theirs] = [made(addSituation(base, place)), made(insertQuestion(base, place))];
    const { elements: { questionnaire }, conflicts } = mergeElements(withGuided(base), withGuided(theirs), withGuided(mine));
    if (!questionnaire) throw new Error('no questionnaire');
    const merged = { questionnaire, materials: [] };
    expect([conflicts, [...nodeOf(merged, 'question-3').edges.values()]]).toEqual([[], [['situation-2'], ['situation-2']]]);
    expect(faults(merged)).not.toContain('dead-end');
  });

  it('把同一个选项连到不同的情形：两人的都保留，检查当场指出重叠，重新连接即改好', () => {
    const two = made(addSituation(base, at(base, 'question-2', 'option-2')));
    const place = at(two, 'question-1', 'option-2');
    const [mine, theirs] = [made(connect(two, place, ['situation-2'])), made(addSituation(two, place))];
    const { elements: { questionnaire } } = mergeElements(withGuided(two), withGuided(theirs), withGuided(mine));
    if (!questionnaire) throw new Error('no questionnaire');
    const merged = { questionnaire, materials: [] };
    expect([questionnaire.situations.map(({ key }) => key), faults(merged)]).toEqual([['general', 'situation-2', 'situation-3'], expect.arrayContaining(['overlapping'])]);
    expect(faults(made(connect(merged, at(merged, 'question-1', 'option-2'), ['situation-3'])))).not.toContain('overlapping');
  });
});

describe('任意的问卷和任意的编辑 (GDE-01, GDE-02)', () => {
  it('画出来再写回去，每一组回答走的路不变；没有改动的条件一个字也不变', () => {
    fc.assert(fc.property(questionnaires(), (questionnaire) => {
      const drawn = flowOf(questionnaire);
      const written = drawn && writeConditions(questionnaire, drawn);
      if (!written) throw new Error('not written');
      expect(draw(written)).toBe(draw(questionnaire));
      const reached = new Set([...drawn.nodes.values()].map(({ question }) => question));
      for (const question of questionnaire.questions) if (reached.has(question.key)) expect(written.questions).toContainEqual(question);
    }));
  });

  it('连接之后，那个选项正走到所连的地方，别处不变', () => {
    fc.assert(fc.property(questionnaires(), fc.nat(), fc.nat(), (questionnaire, one, other) => {
      const guided = { questionnaire, materials: [] };
      const before = flow(guided);
      const all = places(before);
      const place = all[one % all.length] ?? 'root';
      const targets: Target[] = [...before.nodes.keys(), ...questionnaire.situations.map(({ key }) => [key])];
      const target = targets[other % targets.length] ?? [];
      const edited = connect(guided, place, target);
      if ('refused' in edited) return;
      expect(shape(flow(edited.guided))).toBe(shape(withTarget(before, place, target)));
      expect(edited.guided.questionnaire.questions).toHaveLength(questionnaire.questions.length);
    }));
  });

  it('一连串任意的编辑之后，文档仍合乎约定，引用都在，没有问题或情形被弄丢', () => {
    fc.assert(fc.property(questionnaires({ situationsAreExclusive: true }), fc.array(fc.tuple(fc.nat(9), fc.nat(), fc.nat()), { maxLength: 12 }), (questionnaire, steps) => {
      let guided: Guided = { questionnaire, materials: [] };
      for (const [kind, one, other] of steps) {
        const edited = edit(guided, kind, one, other);
        if ('refused' in edited) continue;
        const { questions, situations } = edited.guided.questionnaire;
        if (kind < 6) {
          for (const { key } of guided.questionnaire.questions) expect(questions.map((question) => question.key)).toContain(key);
          for (const { key } of guided.questionnaire.situations) expect(situations.map((situation) => situation.key)).toContain(key);
        }
        guided = edited.guided;
        expect(Value.Check(Schema, guided.questionnaire)).toBe(true);
        const broken = faults(guided).filter((code) => ['duplicate-key', 'unknown-question', 'unknown-option', 'later-question', 'overlapping'].includes(code));
        expect(broken).toEqual([]);
      }
    }), { numRuns: 300 });
  });
});

function edit(guided: Guided, kind: number, one: number, other: number): Edited {
  const { questions, situations } = guided.questionnaire;
  const drawn = flow(guided);
  const all = places(drawn);
  const place = all[one % all.length] ?? 'root';
  const question = questions[one % Math.max(1, questions.length)];
  const option = question?.options[other % question.options.length];
  const situation = situations[other % situations.length];
  switch (kind) {
    case 0: return insertQuestion(guided, place);
    case 1: return addSituation(guided, place);
    case 2: return connect(guided, place, [situation?.key ?? '']);
    case 3: return connect(guided, place, [...drawn.nodes.keys()][other % Math.max(1, drawn.nodes.size)] ?? []);
    case 4: return duplicateQuestion(guided, question?.key ?? '');
    case 5: return addOption(guided, question?.key ?? '', option?.key);
    case 6: return removeOption(guided, question?.key ?? '', option?.key ?? '');
    case 7: return removeQuestion(guided, question?.key ?? '', other % 2 === 0 ? option?.key : undefined);
    case 8: return removeSituation(guided, situation?.key ?? '');
    default: return one % 2 === 0 ? moveOption(guided, question?.key ?? '', option?.key ?? '', 1) : moveQuestion(guided, question?.key ?? '', -1);
  }
}

function withTarget(before: Flow, place: Place, target: Target): Flow {
  if (place === 'root') return { ...before, root: target };
  return {
    ...before, nodes: new Map([...before.nodes].map(([id, node]) => [id, id === place.node
      ? { ...node, edges: new Map([...node.edges].map(([option, to]) => [option, option === place.option ? target : to])) } : node])),
  };
}

/** A picture as text: what follows in the same way is the same. */
function shape(drawn: Flow): string {
  const known = new Map<number, string>();
  const write = (target: Target): string => {
    if (isEnd(target)) return `=${[...target].toSorted().join('+')}`;
    const node = drawn.nodes.get(target);
    const text = known.get(target) ?? `(${node?.question ?? ''} ${[...node?.edges ?? []].map(([option, to]) => `${option}:${write(to)}`).join(' ')})`;
    known.set(target, text);
    return text;
  };
  expect(edgesInto(drawn, -1)).toEqual([]);
  return write(drawn.root);
}
