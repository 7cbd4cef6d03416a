import type { ItemElements } from '../../contract.ts';
import { at, basis, defineRule, isFilled, words, type Hit, type QualityRule } from '../rule.ts';
import { findVagueSentences, mayBeVague } from '../vague/find-vague-words.ts';
import { shortenAround } from '../vague/split-sentences.ts';
import { catchAlls, clearPhrases, unclearWords } from '../vague/vague-words.ts';

type PathAndText = readonly [path: string, text: string | undefined];

/** The texts that rules about wording look through; `all` tells at one look whether any of them can have something. */
interface Texts { readonly each: readonly PathAndText[]; readonly all: string }

/** Keeps what a function makes of elements while they are checked: several rules look through the same texts. */
function once(work: (elements: ItemElements) => PathAndText[]): (elements: ItemElements) => Texts {
  const known = new WeakMap<ItemElements, Texts>();
  return (elements) => {
    const found = known.get(elements);
    if (found !== undefined) return found;
    const each = work(elements);
    const texts = { each, all: each.map(([, text]) => text ?? '').join('\n') };
    known.set(elements, texts);
    return texts;
  };
}

/** What applicants and officers are told to do; descriptions of steps are left to the milder rule. */
const demandsOf = once(({ conditions, conditionPoints = [], materials }) => [
  ...conditions.map((text, index): PathAndText => [`conditions.${index}`, text]),
  ...conditionPoints.map(({ key, text }): PathAndText => [`conditionPoints.${key}`, text]),
  ...materials.flatMap(({ key, name, acceptanceStandard, fillingInstructions, reviewPoints }): PathAndText[] => [
    [`materials.${key}.name`, name], [`materials.${key}.acceptanceStandard`, acceptanceStandard], [`materials.${key}.fillingInstructions`, fillingInstructions],
    ...reviewPoints.map((point): PathAndText => [`materials.${key}.reviewPoints.${point.key}`, point.text]),
  ]),
]);

const descriptionsOf = once((elements) => [...demandsOf(elements).each, ...elements.flowSteps.map(({ content }, index): PathAndText => [`flowSteps.${index}.content`, content])]);

function findVague({ each, all }: Texts, list: readonly string[], phrases: readonly string[]): Hit[] {
  if (!mayBeVague(all, list, phrases)) return [];
  return each.flatMap(([path, text]) => (text === undefined ? [] : findVagueSentences(text, list, phrases).map(({ sentence, words: found }) =>
    ({ path, values: { sentence: shortenAround(sentence, found[0] ?? ''), words: found.map((word) => `“${word}”`).join('') } }))));
}

const hint = '一行一个；“…”代表同一词组里的几个字，如“其他…材料”。';
const halfWidth = /[\u4e00-\u9fff）”》][,;:?!][\u4e00-\u9fff（“《]|[\u4e00-\u9fff]\.$/;

/** The same in many lines. */
const halfWidthLine = new RegExp(halfWidth, 'm');

/** 模糊表述, and how names and texts are written. */
export const wordingRules: readonly QualityRule[] = [
  defineRule({
    id: 'vague', version: 2, group: 'review-points', severity: 'error', title: '条件、材料和审查要点没有兜底条款', basis: basis.convenience,
    message: '“{sentence}”里的{words}是兜底表述，申请人不知道还要什么。', mend: '写明具体是哪些材料、哪些条件；写不明白的删除。',
    parameters: { words: words('兜底表述', catchAlls, hint), phrases: words('不算兜底的词语', clearPhrases, hint) },
    find: (elements, parameters) => findVague(demandsOf(elements), parameters.words, parameters.phrases),
  }),
  defineRule({
    id: 'unclear-wording', version: 2, group: 'review-points', severity: 'warning', title: '条件、材料、审查要点和流程用词明确', basis: basis.convenience,
    message: '“{sentence}”里的{words}不够明确。', mend: '列举完的去掉“等”；“其他”“相关”写出具体是哪些；“有关规定”写出文件名称；“符合要求”写出符合什么。',
    parameters: { words: words('不明确的词语', unclearWords, hint), phrases: words('含义明确的词语', clearPhrases, hint) },
    find: (elements, parameters) => findVague(descriptionsOf(elements), parameters.words, parameters.phrases),
  }),
  defineRule({
    id: 'condition-unchecked', version: 2, group: 'review-points', severity: 'warning', title: '每一条受理条件都有审查要点核对', basis: basis.practice,
    message: '受理条件“{condition}”没有审查要点核对。', mend: '在能证明它的材料的审查要点里选择这一条；没有材料能证明的，在这一条下面添加审查要点，写明看什么、查什么登记信息；无法核对的，改写或者删除。',
    // Items whose points name no condition at all have not begun to be worked through in this way.
    find: ({ conditions, conditionPoints = [], materials }) => {
      const proved = new Set([...conditionPoints, ...materials.flatMap(({ reviewPoints }) => reviewPoints)].flatMap(({ condition }) => condition ?? []));
      return proved.size === 0 ? [] : conditions.flatMap((condition, index) => at(`conditions.${index}`, condition.trim() !== '' && !proved.has(condition), { condition: shortenAround(condition, '') }));
    },
  }),
  defineRule({
    id: 'point-condition', version: 2, group: 'review-points', severity: 'warning', title: '审查要点核对的受理条件存在', basis: basis.platform,
    message: '{point}核对的受理条件“{condition}”已经不在受理条件里。', mend: '重新选择受理条件；条件已经取消的，删除这个要点。',
    find: ({ conditions, conditionPoints = [], materials }) => {
      const lost = (path: string, point: string, condition: string | undefined): Hit[] =>
        condition === undefined ? [] : at(path, isFilled(condition) && !conditions.includes(condition), { point, condition: shortenAround(condition, '') });
      return [
        ...conditionPoints.flatMap(({ key, text, condition }) => lost(`conditionPoints.${key}`, `审查要点“${shortenAround(text, '')}”`, condition)),
        ...materials.flatMap(({ key, name, reviewPoints }) => reviewPoints.flatMap((point) => lost(`materials.${key}.reviewPoints.${point.key}`, `“${name}”的审查要点`, point.condition))),
      ];
    },
  }),
  defineRule({
    id: 'name-spacing', version: 1, group: 'guide', severity: 'warning', title: '事项名称没有多余的空格', basis: basis.platform,
    message: '事项名称“{name}”前后或者中间有多余的空格。', mend: '删除名称里的空格。',
    find: ({ name }) => at('name', name !== name.trim() || /[\u4e00-\u9fff]\s+[\u4e00-\u9fff]|\s{2}/.test(name), { name }),
  }),
  defineRule({
    id: 'name-punctuation', version: 1, group: 'guide', severity: 'warning', title: '事项名称使用中文标点并且完整', basis: 'GB/T 15834—2011《标点符号用法》',
    message: '事项名称“{name}”{fault}。', mend: '中文名称使用全角括号和标点，括号成对，末尾不加标点。',
    find: ({ name }) => {
      const faults = [
        ...(/[\u4e00-\u9fff][(),;:]|[(),;:][\u4e00-\u9fff]/.test(name) ? ['用了半角标点'] : []),
        ...(/[。；，、：;,:.]$/.test(name.trim()) ? ['末尾多了标点'] : []),
        ...(unpaired(name) ? ['括号或者引号不成对'] : []),
      ];
      return at('name', faults.length > 0, { name, fault: faults.join('，') });
    },
  }),
  defineRule({
    id: 'half-width-punctuation', version: 1, group: 'guide', severity: 'warning', title: '正文使用中文标点', basis: 'GB/T 15834—2011《标点符号用法》',
    message: '“{text}”里用了半角标点。', mend: '把中文之间的 , ; : ? ! 改为，；：？！',
    find: (elements) => {
      const { each, all } = descriptionsOf(elements);
      return !halfWidthLine.test(all) ? [] : each.flatMap(([path, text]) => {
        const match = text === undefined ? null : halfWidth.exec(text);
        return at(path, match !== null, { text: match ? shortenAround(text ?? '', match[0], 24) : '' });
      });
    },
  }),
];

const pairs: readonly (readonly [open: RegExp, close: RegExp])[] = [[/[（(]/g, /[）)]/g], [/《/g, /》/g], [/“/g, /”/g], [/【/g, /】/g]];

function unpaired(text: string): boolean {
  return pairs.some(([open, close]) => [...text.matchAll(open)].length !== [...text.matchAll(close)].length);
}
