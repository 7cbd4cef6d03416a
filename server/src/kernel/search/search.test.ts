import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchVector, normalizeSearchText, planSearch, segment } from './index.ts';
import { foldPinyin, pinyinRuns, toPinyin } from './pinyin.ts';

describe('检索文本', () => {
  it.each([
    ['全角和大写统一', 'ＱＱ社保　ABC', 'qq社保 abc'], ['标点变为空格', '占用、挖掘（城市）道路', '占用 挖掘 城市 道路'], ['生僻字保留', '𠮷祥', '𠮷祥'], ['只有标点为空', '？！…', ''],
  ])('%s', (_name, text, expected) => {
    expect(normalizeSearchText(text)).toBe(expected);
  });

  it('很长的文本被截短而不是拖慢', () => {
    expect(normalizeSearchText('长'.repeat(100_000))).toHaveLength(500);
  });

  it('按词切分', () => {
    expect(segment('城市道路挖掘审批')).toEqual(['城市道路', '挖掘', '审批']);
  });
});

describe('拼音', () => {
  it.each([['zhengchang', 'zencan'], ['shengying', 'senyin'], ['nü', 'nv']])('混淆音合并：%s → %s', (letters, folded) => {
    expect(foldPinyin(letters)).toBe(folded);
  });

  it('多音字按词读', () => {
    expect(toPinyin('重庆银行')).toBe(foldPinyin('chongqingyinhang'));
  });

  it('每个词都是拼音可以开始的地方', () => {
    expect(pinyinRuns('食品经营许可').map(({ initials }) => initials)).toEqual(['spjyxk', 'jyxk', 'xk']);
  });

  it('任何位置截断的拼音都是索引的前缀，合并规则不破坏这一点', () => {
    const typed = 'shipinjingyingxuke';
    const [run] = pinyinRuns('食品经营许可');
    for (let length = 1; length <= typed.length; length += 1) expect(run?.pinyin).toMatch(new RegExp(`^${foldPinyin(typed.slice(0, length))}`));
  });
});

describe('检索计划', () => {
  const matches = (text: string) => planSearch(text).map(({ match }) => match);
  it.each<[string, string[]]>([
    ['食品经营', ['words', 'pinyin', 'similar', 'some-words']], ['护士', ['words', 'pinyin']], ['spjy', ['words', 'pinyin']], ['证', ['words', 'pinyin']], ['s', ['words']], ['', []], ['！', []],
  ])('“%s” 依次尝试 %j', (text, expected) => {
    expect(matches(text)).toEqual(expected);
  });

  it('虚词不参与，全是虚词时保留', () => {
    expect(planSearch('我要办理护士注册')[0]?.tsquery).toBe("'护士' & '注册'");
    expect(planSearch('怎么办理')[0]?.tsquery).toBe("'怎么' & '办理'");
  });

  it('引号和反斜杠不能跳出检索式', () => {
    expect(planSearch("a'b\\c")[0]?.tsquery).toBe("('a' | 'c~a') & ('b' | 'c~b') & ('c' | 'c~c')");
    expect(buildSearchVector([{ text: "o'neil\\", weight: 'A' }])).toBe("'o':1A 'neil':2A");
  });

  it('正在输入时最后一个词可以只有一半', () => {
    expect(planSearch('食品经', { typing: true })[0]?.tsquery).toBe("'食品' & ('经':* | 'c~经')");
  });

  it('很长的问句仍是有限的检索式', () => {
    const plan = planSearch('我想在家门口开一家小小的饭店请问需要先办理哪些证件和手续呢谢谢'.repeat(20));
    expect(plan.every(({ tsquery }) => tsquery.length < 2_000)).toBe(true);
  });
});

describe('错一个字、多一个字、漏一个字仍然找得到（PTL-05）', () => {
  const lexemesOf = (text: string) => new Set([...buildSearchVector([{ text, weight: 'A', named: true }]).matchAll(/'((?:[^']|'')+)':/g)].map(([, lexeme]) => lexeme));
  const holds = (tsquery: string, lexemes: ReadonlySet<string | undefined>) => {
    const parts = tsquery.match(/'(?:[^']|'')+'|[&|()]/g) ?? [];
    const either = (): boolean => { let value = both(); while (parts[0] === '|') { parts.shift(); value = both() || value; } return value; };
    const both = (): boolean => { let value = one(); while (parts[0] === '&') { parts.shift(); value = one() && value; } return value; };
    const one = (): boolean => {
      const part = parts.shift();
      if (part !== '(') return lexemes.has(part?.slice(1, -1));
      const value = either();
      parts.shift();
      return value;
    };
    return either();
  };
  const isSimilar = (typed: string, name: string) => holds(planSearch(typed).find(({ match }) => match === 'similar')?.tsquery ?? '', lexemesOf(name));
  const names = fc.array(fc.constantFrom(...'挖掘城市道路审批护士执业注册食品经营许可'), { minLength: 4, maxLength: 18 });

  it('任何名称、任何位置', () => {
    fc.assert(fc.property(names, fc.nat(), fc.constantFrom('wrong', 'extra', 'missing'), (name, place, fault) => {
      const at = place % name.length;
      const typed = name.toSpliced(at, fault === 'extra' ? 0 : 1, ...(fault === 'missing' ? [] : ['之']));
      return typed.length > 20 || typed.length < 3 || isSimilar(typed.join(''), name.join(''));
    }));
  });

  it('错两个字的不算', () => {
    expect(isSimilar('挖掘乡镇道路审批', '挖掘城市道路审批')).toBe(false);
    expect(isSimilar('之掘城市道路审之', '挖掘城市道路审批')).toBe(false);
  });
});
