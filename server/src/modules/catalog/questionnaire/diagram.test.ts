import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../contract.ts';
import { conditionsHold, type Answers } from './answer-conditions.contract.ts';
import { checkQuestionnaire } from './check-questionnaire.contract.ts';
import { countWays, drawDiagram, findAnswersTo, type Diagram } from './diagram.contract.ts';
import { listQuestionnairePaths } from './list-paths.ts';
import { questionnaires } from '@tongban/testkit/questionnaires';

/** The end that a complete set of answers comes to. */
function follow({ root, nodes }: Diagram, answers: Answers): readonly string[] {
  let node = nodes[root];
  const asked: string[] = [];
  while (node?.kind === 'question') {
    const { question, edges }: { question: string; edges: readonly { option: string; to: number }[] } = node;
    asked.push(question);
    const edge = edges.find(({ option }) => option === answers.get(question));
    node = edge && nodes[edge.to];
  }
  expect(asked).toEqual([...answers.keys()]);
  return node?.outcomes ?? ['nowhere'];
}

const draw = ({ questions, situations }: Questionnaire): Diagram => {
  const diagram = drawDiagram(questions, situations);
  if (!diagram) throw new Error('too many states');
  return diagram;
};

describe('问题的流程图与逐一列举一致 (GDE-02)', () => {
  it('每一组完整的回答走到的情形，与按条件计算的相同', () => {
    fc.assert(fc.property(questionnaires(), (questionnaire) => {
      const diagram = draw(questionnaire);
      const paths = listQuestionnairePaths(questionnaire) ?? [];
      expect(countWays(diagram)).toBe(paths.length);
      for (const path of paths) {
        expect(follow(diagram, path)).toEqual(questionnaire.situations.filter(({ when }) => conditionsHold(when, path)).map(({ key }) => key));
      }
    }));
  });

  it('检查的结论与逐一列举的相同，指出的回答确实有那样的毛病', () => {
    fc.assert(fc.property(questionnaires(), (questionnaire) => {
      const paths = listQuestionnairePaths(questionnaire) ?? [];
      const hits = paths.map((path) => questionnaire.situations.filter(({ when }) => conditionsHold(when, path)).length);
      const { faults, pathCount } = checkQuestionnaire({ questionnaire, materials: [], formKeys: [] });
      const has = (code: string): boolean => faults.some((fault) => fault.code === code);
      expect(pathCount).toBe(paths.length);
      expect([has('dead-end'), has('overlapping')]).toEqual([hits.includes(0), hits.some((count) => count > 1)]);
      expect(faults.filter(({ code }) => code === 'never-asked').map(({ path }) => path))
        .toEqual(questionnaire.questions.filter(({ key }) => !paths.some((path) => path.has(key))).map(({ key }) => `questions.${key}`));
      for (const { code, answers } of faults) {
        if (code !== 'dead-end' && code !== 'overlapping') continue;
        const given = new Map(answers?.map(({ question, option }) => [question, option]));
        const count = questionnaire.situations.filter(({ when }) => conditionsHold(when, given)).length;
        expect(code === 'dead-end' ? count === 0 : count > 1).toBe(true);
      }
    }));
  });

  it('材料是否用得到，与逐一列举的相同', () => {
    fc.assert(fc.property(questionnaires({ situationsAreExclusive: true }), fc.infiniteStream(fc.nat(1000)), (questionnaire, random) => {
      const next = (most: number): number => (random.next().value ?? 0) % most;
      const question = questionnaire.questions[next(questionnaire.questions.length)];
      const situation = questionnaire.situations[next(questionnaire.situations.length)];
      const option = question?.options[next(question.options.length)];
      if (!question || !situation || !option) return;
      const when = [{ question: question.key, options: [option.key] }];
      const needed = (listQuestionnairePaths(questionnaire) ?? []).some((path) => conditionsHold(when, path) && conditionsHold(situation.when, path));
      const { faults } = checkQuestionnaire({ questionnaire, formKeys: [], materials: [{ key: 'plan', name: '平面图', when, situations: [situation.key] }] });
      expect(faults.some(({ path }) => path === 'materials.plan')).toBe(!needed);
    }));
  });

  it('走到每一处的回答真的走到那里', () => {
    fc.assert(fc.property(questionnaires(), (questionnaire) => {
      const diagram = draw(questionnaire);
      for (const [id, answers] of findAnswersTo(diagram)) {
        const reached = answers.reduce<number>((at, { question, option }) => {
          const node = diagram.nodes[at];
          return node?.kind === 'question' && node.question === question ? node.edges.find((edge) => edge.option === option)?.to ?? -1 : -1;
        }, diagram.root);
        expect(reached).toBe(id);
      }
    }));
  });
});
