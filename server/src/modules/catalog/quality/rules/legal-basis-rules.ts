import { plainLawName, repealedLaws } from '../repealed-laws.ts';
import { at, basis, defineRule, integer, isFilled, words, type QualityRule } from '../rule.ts';

const clause = /第[〇零一二三四五六七八九十百千\d]+(?:条|章|节|款|项)|附件|附录|附表|全文|序号|[〇一二三四五六七八九十]、/;

/** 设定依据. */
export const legalBasisRules: readonly QualityRule[] = [
  defineRule({
    id: 'legal-basis', version: 1, group: 'guide', severity: 'error', title: '设定依据已填写', basis: basis.publicity,
    message: '请填写设定依据（法律名称、条款号和条款内容）。', mend: '一部法律一条依据，按法律、行政法规、地方性法规、规章的顺序写。',
    find: ({ legalBases }) => at('legalBases', legalBases.length === 0),
  }),
  defineRule({
    id: 'legal-basis-content', version: 1, group: 'guide', severity: 'error', title: '设定依据有条款原文', basis: basis.publicity,
    message: '《{law}》{clause}没有写出条款内容。', mend: '抄录条款原文，不写“略”“详见”。',
    parameters: { least: integer('条款内容最少字数', 10, 2, 200) },
    find: ({ legalBases }, { least }) => legalBases.flatMap(({ lawName, clauseNumber, clauseContent }, index) =>
      at(`legalBases.${index}.clauseContent`, isFilled(clauseContent) && (clauseContent.replace(/[\s.。…—\-/]/g, '').length < least || /^(?:详见|参见|见附件|略)/.test(clauseContent.trim())),
        { law: lawName.replace(/[《》]/g, ''), clause: clauseNumber })),
  }),
  defineRule({
    id: 'legal-basis-clause', version: 1, group: 'guide', severity: 'warning', title: '设定依据写明条款号', basis: basis.publicity,
    message: '《{law}》的条款号“{clause}”不是“第几条”。', mend: '写成“第二十一条第一款”；整部适用的写“全文”。',
    find: ({ legalBases }) => legalBases.flatMap(({ lawName, clauseNumber }, index) =>
      at(`legalBases.${index}.clauseNumber`, isFilled(clauseNumber) && !clause.test(clauseNumber), { law: lawName.replace(/[《》]/g, ''), clause: clauseNumber })),
  }),
  defineRule({
    id: 'legal-basis-repealed', version: 1, group: 'guide', severity: 'error', title: '设定依据没有废止', basis: basis.platform,
    message: '《{law}》已经废止，由《{replacement}》取代。', mend: '改用现行法律，并重新核对条款号和条款内容。',
    parameters: {
      laws: words('已废止的法律', repealedLaws.map(({ name, replacement }) => `${name}→${replacement}`), '一行一部，写成“旧名称→新名称”。'),
    },
    find: ({ legalBases }, { laws }) => {
      const replaced = replacements(laws);
      return legalBases.flatMap(({ lawName }, index) => {
        const replacement = replaced.get(plainLawName(lawName));
        return at(`legalBases.${index}.lawName`, replacement !== undefined, { law: lawName.replace(/[《》]/g, ''), replacement: replacement ?? '' });
      });
    },
  }),
  defineRule({
    id: 'legal-basis-repeated', version: 1, group: 'guide', severity: 'warning', title: '同一条款只列一次', basis: basis.platform,
    message: '《{law}》{clause}列了两次。', mend: '删除重复的一条。',
    find: ({ legalBases }) => {
      const seen = new Set<string>();
      return legalBases.flatMap(({ lawName, clauseNumber }, index) => {
        const key = `${plainLawName(lawName)} ${clauseNumber.replace(/\s/g, '')}`;
        const again = seen.has(key);
        seen.add(key);
        return at(`legalBases.${index}`, again, { law: lawName.replace(/[《》]/g, ''), clause: clauseNumber });
      });
    },
  }),
];

const tables = new WeakMap<readonly string[], Map<string, string>>();

function replacements(laws: readonly string[]): Map<string, string> {
  const known = tables.get(laws) ?? new Map(laws.flatMap((line) => {
    const [name = '', replacement = ''] = line.split('→').map((part) => part.trim());
    return name && replacement ? [[plainLawName(name), replacement] as const] : [];
  }));
  tables.set(laws, known);
  return known;
}
