import type { ConditionPoint, ItemElements, ReviewPoint } from '../../contract.ts';
import { at, basis, defineRule, integer, isFilled, words, type Hit, type QualityRule } from '../rule.ts';
import { eachMaterial, onPlatform, plain, repeated } from './material-rules.ts';

/** Review points that stand together: those of one material, or of one 受理条件. */
interface PointList { readonly path: string; readonly place: string; readonly points: readonly (ReviewPoint | ConditionPoint)[] }

function pointLists({ conditionPoints = [], materials }: ItemElements): PointList[] {
  const checked = [...new Set(conditionPoints.map(({ condition }) => condition))];
  return [
    ...checked.map((condition) => ({ path: 'conditionPoints', place: condition.trim() || '受理条件', points: conditionPoints.filter((point) => point.condition === condition) })),
    ...materials.map(({ key, name, reviewPoints }) => ({ path: `materials.${key}.reviewPoints`, place: name, points: reviewPoints })),
  ];
}

/** 审查要点 (GDE-03, DEC-01). */
export const reviewPointRules: readonly QualityRule[] = [
  defineRule({
    id: 'review-points', version: 1, group: 'review-points', severity: 'error', title: '每份材料有审查要点', basis: basis.platform,
    message: '请填写“{name}”的审查要点。', mend: '写出受理、审查时各看什么，一条一个要点。',
    find: (elements) => onPlatform(elements) ? eachMaterial(elements, ({ reviewPoints, name }, path) => at(`${path}.reviewPoints`, reviewPoints.length === 0, { name })) : [],
  }),
  defineRule({
    id: 'review-point-keys', version: 2, group: 'review-points', severity: 'error', title: '审查要点标识不重复', basis: basis.platform,
    message: '{place}的审查要点标识重复。', mend: '给重复的审查要点换一个标识。',
    find: (elements) => [
      ...at('conditionPoints', repeated((elements.conditionPoints ?? []).map(({ key }) => key)), { place: '受理条件' }),
      ...eachMaterial(elements, ({ reviewPoints, name }, path) => at(`${path}.reviewPoints`, repeated(reviewPoints.map(({ key }) => key)), { place: `“${name}”` })),
    ],
  }),
  defineRule({
    id: 'review-point-empty', version: 2, group: 'review-points', severity: 'warning', title: '审查要点说得出看什么', basis: basis.platform,
    message: '“{place}”的审查要点“{text}”没有说看什么、与什么比对。', mend: '写成可以打勾的一句话，如“姓名、公民身份号码与申请表一致”。',
    parameters: { least: integer('最少字数', 6, 1, 100), words: words('等于没有说的审查要点', ['材料齐全', '材料真实有效', '真实有效', '符合规定要求', '符合相关规定', '是否符合要求', '是否真实有效', '是否齐全有效', '内容完整', '填写完整规范']) },
    find: (elements, parameters) => pointLists(elements).flatMap(({ path, place, points }) => points.flatMap(({ key, text }) => {
      const bare = plain(text);
      return at(`${path}.${key}`, isFilled(text) && (bare.length < parameters.least || parameters.words.includes(bare)), { place, text });
    })),
  }),
  defineRule({
    id: 'review-point-repeated', version: 2, group: 'review-points', severity: 'warning', title: '同一材料、同一条件的审查要点不重复', basis: basis.platform,
    message: '“{place}”的审查要点“{text}”写了两次。', mend: '删除重复的一条。',
    find: (elements) => pointLists(elements).flatMap(({ path, place, points }) => {
      const seen = new Set<string>();
      return points.flatMap((point): Hit[] => {
        const { key, stage, text } = point;
        const same = JSON.stringify([stage, plain(text), 'situations' in point ? point.situations : undefined]);
        const again = isFilled(text) && seen.has(same);
        seen.add(same);
        return at(`${path}.${key}`, again, { place, text });
      });
    }),
  }),
  defineRule({
    id: 'point-situation', version: 1, group: 'review-points', severity: 'error', title: '受理条件的审查要点适用的情形存在', basis: basis.platform,
    message: '审查要点“{text}”适用的情形已经删除，没有人会核对它。', mend: '重新选择适用的情形；各种情形都要核对的，清除选择。',
    find: ({ conditionPoints = [], questionnaire }) => {
      const known = new Set(questionnaire?.situations.map(({ key }) => key));
      return conditionPoints.flatMap(({ key, text, situations }) => at(`conditionPoints.${key}`, situations?.some((one) => !known.has(one)) ?? false, { text }));
    },
  }),
];
