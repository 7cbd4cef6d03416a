import { questionnaires } from '@tongban/testkit/questionnaires';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf } from './flow.ts';
import { cardWidth, placeFlow, type PlacedCard } from './layout.ts';

const overlap = (one: PlacedCard, other: PlacedCard): boolean =>
  one.x < other.x + cardWidth && other.x < one.x + cardWidth && one.y < other.y + other.height && other.y < one.y + one.height;

describe('问题的摆放 (GDE-01)', () => {
  it('问到的每一处都画出来，卡片不重叠，每个去向都有一条线', () => {
    fc.assert(fc.property(questionnaires(), (questionnaire) => {
      const flow = flowOf(questionnaire);
      if (!flow) throw new Error('too tangled');
      const { cards, lines, width, height } = placeFlow(questionnaire, flow);
      expect(cards.map(({ id }) => id).toSorted((one, other) => one - other)).toEqual([...flow.nodes.keys()]);
      for (const [index, card] of cards.entries()) {
        expect(card.x + cardWidth <= width && card.y + card.height <= height).toBe(true);
        for (const other of cards.slice(index + 1)) expect(overlap(card, other)).toBe(false);
      }
      for (const node of flow.nodes.values()) {
        for (const target of node.edges.values()) if (typeof target === 'number') expect(lines.some(({ from, to }) => from === node.id && to === target)).toBe(true);
      }
    }));
  });

  it('三十个接着问的问题上下排成一列，不用左右滚动', () => {
    const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
    const questionnaire = { questions: Array.from({ length: 30 }, (_x, index) => ({ key: `q${index}`, text: `问题${index}`, options })), situations: [{ key: 'only', name: '通用', when: [], notes: [] }] };
    const flow = flowOf(questionnaire);
    expect(new Set(flow && placeFlow(questionnaire, flow).cards.map(({ x }) => x)).size).toBe(1);
  });
});
