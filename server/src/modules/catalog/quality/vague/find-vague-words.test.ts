import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVagueSentences } from './find-vague-words.ts';
import { shortenAround, splitSentences } from './split-sentences.ts';
import { catchAlls, clearPhrases, unclearWords } from './vague-words.ts';

const catchAll = (text: string) => findVagueSentences(text, catchAlls, clearPhrases).flatMap(({ words }) => words);
const unclear = (text: string) => findVagueSentences(text, unclearWords, clearPhrases).flatMap(({ words }) => words);

describe('兜底条款：说出哪句话、哪个词 (GDE-03)', () => {
  it.each<[string, string[]]>([
    ['法律、法规规定的其他条件。', ['其他条件']],
    ['法律、行政法规规定应当提交的其他材料', ['其他材料']],
    ['其他相关证明', ['其他相关证明']],
    ['其他需要提供的证明文件', ['其他需要提供的证明']],
    ['其它有关资料', ['其它有关资料']],
    ['行政机关认为需要提交的其他与申请有关的文件。', ['其他与申请有关的文件']],
    ['身份证等材料原件。', ['等材料']],
    ['营业执照、章程等相关资料', ['等相关']],
    ['提供有关证明。', ['有关证明']],
    ['需要提交必要的材料。', ['必要的材料']],
    ['工作人员视情况决定是否现场勘验。', ['视情况']],
    ['材料包括但不限于以下各项', ['包括但不限于']],
    ['情节较轻的酌情处理', ['酌情']],
    ['公民、法人或者其他组织提交的其他材料', ['其他材料']],
  ])('%s → %j', (text, words) => expect(catchAll(text)).toEqual(words));

  it.each([
    '申请人是公民、法人或者其他组织。', '其他组织提交统一社会信用代码证书。', '其他组织的证明文件经登记机关盖章。', '具有高等学校毕业证书。', '中等职业学校学生。', '建筑面积与图纸相等，误差不超过 1%。',
    '技术等级证书在有效期内。', '在等候区取号。', '与本单位签订的劳动合同，期限不少于一年。', '场所平面图标明各功能区的位置、尺寸。', '与其他食品分开存放。', '排水口的位置、种类、水量与图纸一致。',
    '申请材料真实有效，复印件由申请人签字。', '企业法定代表人和其他负责人的身份证明。', '证明与申请事项有关的事实的合同。', '经其他股东同意转让的决议。',
  ])('没有兜底：%s', (text) => expect(catchAll(text)).toEqual([]));
});

describe('不够明确的词语 (GDE-03)', () => {
  it.each<[string, string[]]>([
    ['埋设管线、电缆等设施', ['等']],
    ['具备场所、人员、设备等条件。', ['等']],
    ['符合国家有关规定。', ['有关规定']],
    ['符合相关标准', ['相关标准']],
    ['经有关部门同意', ['有关部门']],
    ['必要时组织听证。', ['必要时']],
    ['材料符合要求。', ['符合要求']],
    ['按规定办理。', ['按规定']],
    ['原则上三个工作日办结，特殊情况可以适当延长。', ['原则上', '特殊情况', '适当']],
    ['注册（毕业、学历认证等）', ['等']],
    ['查询其他记录。', ['其他']],
    ['查询相关记录。', ['相关']],
    ['核对其他情况。', ['其他']],
    ['查询其他相关待遇发放记录等。', ['其他', '相关', '等']],
  ])('%s → %j', (text, words) => expect(unclear(text)).toEqual(words));

  it.each([
    '社会体育指导员技术等级称号认定。', '草原等级评定。', '中等及以下教育机构。', '高等学校、初等教育机构。', '分为一等、二等、三等。', '部分省级权限下放成都等８市。', '住建、消防等两个部门联合验收。',
    '同等条件下优先。', '双方权利义务对等。', '高程与设计值相等。', '等待叫号。', '等额选举。', '与审批事项有关的中介服务由申请人自主选择。', '说明设置该设施的必要性。', '一等奖证书。',
    '甲等测绘资质证书。', '等级保护测评报告，等保三级。', '符合《建筑设计防火规范》第 5.1.2 条。', '由三等以上航测基准点控制。', '公司其他合伙人签字。',
    '与有毒、有害场所以及其他污染源保持规定的距离。', '与其他食品分开存放。', '公民、法人或者其他组织均可申请。', '与申请事项相关的合同。',
  ])('含义明确：%s', (text) => expect(unclear(text)).toEqual([]));

  it('一段话里只指出有问题的那一句，同一词语只说一次', () => {
    const text = '营业执照在有效期内。符合国家有关规定，并按有关规定备案；\n平面图标明尺寸！';
    expect(findVagueSentences(text, unclearWords, clearPhrases)).toEqual([{ sentence: '符合国家有关规定，并按有关规定备案', words: ['有关规定', '按有关'] }]);
  });
});

describe('城市自定的词语', () => {
  it('增加的词语和例外都有效，空表什么都不查', () => {
    expect(findVagueSentences('提供佐证。', ['佐证'], [])).toEqual([{ sentence: '提供佐证', words: ['佐证'] }]);
    expect(findVagueSentences('提供其他股东会决议文件', ['其他…文件'], ['其他股东会'])).toEqual([]);
    expect(findVagueSentences('提供其他材料', [], clearPhrases)).toEqual([]);
    expect(findVagueSentences('提供其他材料', ['…', ' '], clearPhrases)).toEqual([]);
  });

  it('任何词语、任何文字都不出错，指出的词语一定在那一句里', () => {
    const characters = fc.string({ unit: fc.constantFrom(...'其他材料等级相关有。，；…(*[\\^$|?+'), maxLength: 40 });
    fc.assert(fc.property(characters, fc.array(characters, { maxLength: 4 }), fc.array(characters, { maxLength: 3 }), (text, words, phrases) => {
      for (const { sentence, words: found } of findVagueSentences(text, words, phrases)) {
        expect(found.length).toBeGreaterThan(0);
        for (const word of found) expect(sentence).toContain(word);
        expect(text).toContain(sentence);
      }
    }));
  });

  it.each([['……'], ['…'], [' … … '], ['']])('只有省略号的词“%s”不算词', (word) => {
    expect(findVagueSentences('关于材料的说明；其他材料。', [word], [])).toEqual([]);
    expect(findVagueSentences('关于材料的说明；其他材料。', [word, '其他'], [word]).flatMap(({ words }) => words)).toEqual(['其他']);
  });

  it('六万字的一段话也在一瞬间查完', () => {
    const long = '其他与申请有关的各种各样的说明，'.repeat(3_800);
    expect(findVagueSentences(`${long}以及其他材料`, catchAlls, clearPhrases).flatMap(({ words }) => words)).toContain('其他材料');
  });
});

describe('分句', () => {
  it('按句号、问号、叹号、分号和换行分，不留空句', () => {
    expect(splitSentences('一。二；三？\n四！ ；')).toEqual(['一', '二', '三', '四']);
  });

  it('长句截短后仍含那个词', () => {
    const sentence = `${'甲'.repeat(60)}视情况${'乙'.repeat(60)}`;
    const short = shortenAround(sentence, '视情况');
    expect(short).toContain('视情况');
    expect(short.length).toBeLessThanOrEqual(42);
    expect(shortenAround('视情况', '视情况')).toBe('视情况');
  });
});
