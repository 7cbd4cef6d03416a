import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { makeZip } from '../files/testing/make-zip.ts';
import { choiceList, openSpreadsheet, openTable, RowReader, type CellIssue, type ReadLimits } from './index.ts';
import { makeXlsx, sheetData } from './testing/make-xlsx.ts';

const columns = {
  name: { title: '事项名称', required: true }, type: { title: '事项类型', aliases: ['类型'] }, days: { title: '承诺时限' }, date: { title: '计划生效日期' },
  online: { title: '是否网办' }, tags: { title: '标签' },
} as const;
const types = choiceList([{ code: '01', name: '行政许可' }, { code: '07', name: '行政确认' }, { code: '20', name: '公共服务' }]);
const heading = ['事项名称', '事项类型', '承诺时限', '计划生效日期', '是否网办', '标签'];

interface Line { name: string | undefined; type: string | undefined; days: number | undefined; date: string | undefined; online: boolean | undefined; tags: string[] | undefined }

async function read(content: Buffer | string, fileName = '清单.xlsx', limits?: ReadLimits): Promise<{ lines: Line[]; issues: CellIssue[]; unknown: string[]; hidden: number[] }> {
  const file = await openSpreadsheet({ fileName, content: Buffer.from(content) }, limits);
  const table = await openTable(file, { sheet: '清单', columns });
  const result = { lines: [] as Line[], issues: [] as CellIssue[], unknown: table.unknown.map(({ title, position }) => `${position} ${title}`), hidden: [] as number[] };
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    result.lines.push({
      name: reader.line('name', { required: true, max: 200 }), type: reader.choice('type', types), days: reader.integer('days', { min: 0, max: 3650 }),
      date: reader.date('date'), online: reader.yesNo('online'), tags: reader.choices('tags', types),
    });
    result.issues.push(...reader.issues);
    if (row.hidden) result.hidden.push(row.number);
  }
  return result;
}

const refusal = async (...input: Parameters<typeof read>): Promise<string> => {
  const error: unknown = await read(...input).then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.code} ${error.title} ${error.detail ?? ''}`;
};
const told = ({ issues }: { issues: CellIssue[] }): string[] => issues.map(({ position, severity, message }) => `${severity === 'error' ? '错' : '注'} ${position} ${message}`);

describe('读 Excel：怎样填都读得懂 (CAT-12)', () => {
  it('表头的空格、全角、星号、（必填）和上面的标题行都不妨碍', async () => {
    const content = makeXlsx({ sheets: { ' 清单 ': sheetData([['广安区实施清单'], ['填报单位：示范局'], ['事 项 名 称＊', '类型（必填）', '承诺时限', '没有用的列'], ['甲', '行政许可', '２０个工作日', 'x']]) } });
    expect(await read(content)).toMatchObject({ lines: [{ name: '甲', type: '01', days: 20 }], issues: [], unknown: [' 清单 !D3 没有用的列'] });
  });

  it.each([
    ['2026-03-05', '2026-03-05'], ['2026/3/5', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['20260305', '2026-03-05'], ['２０２６．３．５', '2026-03-05'],
    ['2026-03-05 00:00:00', '2026-03-05'], ['2026-02-30', undefined], ['明年春天', undefined],
  ])('日期写成“%s”', async (text, date) => {
    const { lines, issues } = await read(makeXlsx({ sheets: { 清单: sheetData([heading, ['甲', null, null, text]]) } }));
    expect([lines[0]?.date, issues.map(({ position }) => position)]).toEqual([date, date === undefined ? ['清单!D2'] : []]);
  });

  it('日期单元格：内置的、自定义的和中文的格式，1904 年起的文件', async () => {
    const styles = '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="31"/><xf numFmtId="171"/></cellXfs>';
    const row = (number: number, style: number) => `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>甲</t></is></c><c r="D${number}" s="${style}"><v>46354</v></c></row>`;
    const head = sheetData([heading]).replace('</sheetData>', '');
    const { lines, issues } = await read(makeXlsx({ styles, sheets: { 清单: `${head}${[1, 2, 3, 4].map((style) => row(style + 1, style)).join('')}</sheetData>` } }));
    expect(lines.map(({ date }) => date)).toEqual(['2026-11-28', '2026-11-28', '2026-11-28', undefined]);
    expect(issues.map(({ message }) => message)).toEqual(['“计划生效日期”不是有效的日期，请按“2026-03-05”的样子填写，实际是“46354”。']);
  });

  it('选项可以写名称、代码或者两者，多个用顿号、逗号、换行隔开', async () => {
    const rows = ['行政许可', '01', '01 行政许可', '０１－行政许可', '行政许可 （01）'].map((type) => ['甲', type, null, null, null, '行政许可、07，公共服务\n行政许可']);
    const { lines, issues } = await read(makeXlsx({ sheets: { 清单: sheetData([heading, ...rows]) } }));
    expect([lines.map(({ type }) => type), lines[0]?.tags, issues]).toEqual([['01', '01', '01', '01', '01'], ['01', '07', '20'], []]);
  });

  it('共享的文字、分段格式和注音', async () => {
    const texts = '<si><t>事项名称</t></si><si><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si>';
    const { lines } = await read(makeXlsx({ texts, sheets: { 清单: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>' } }));
    expect(lines[0]?.name).toBe('甲 乙');
  });

  it('隐藏的行照样读，告诉读的人；隐藏的工作表不看', async () => {
    const data = sheetData([heading, ['甲'], ['乙']]).replace('<row r="3">', '<row r="3" hidden="1">');
    const { lines, hidden } = await read(makeXlsx({ sheets: { 旧表: sheetData([heading, ['丙']]), 随便的名字: data }, hidden: ['旧表'] }));
    expect([lines.map(({ name }) => name), hidden]).toEqual([['甲', '乙'], [3]]);
  });
});

describe('读 Excel：单元格的问题说到位置 (CAT-12)', () => {
  it('同一列上下合并的，每行都取它的值；跨列合并的，指出单元格', async () => {
    const data = `${sheetData([heading, ['甲', '行政许可'], ['乙'], ['丙', null, '5']])}<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="C4:D4"/></mergeCells>`;
    const found = await read(makeXlsx({ sheets: { 清单: data } }));
    expect(found.lines.map(({ name, type }) => [name, type])).toEqual([['甲', '01'], ['乙', '01'], ['丙', undefined]]);
    expect(told(found)).toEqual([
      '错 清单!C4 “承诺时限”是跨列合并的单元格（C4:D4），请取消合并，把内容分别填到各列。',
      '错 清单!D4 “计划生效日期”是跨列合并的单元格（C4:D4），请取消合并，把内容分别填到各列。',
    ]);
  });

  it('公式取现在的结果并提醒；出错的、没算过的指出来', async () => {
    const row = (number: number, inside: string) => `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>甲</t></is></c>${inside}</row>`;
    const data = `<sheetData>${sheetData([heading]).slice('<sheetData>'.length, -'</sheetData>'.length)}${row(2, '<c r="C2"><f>1+4</f><v>5</v></c>')}${row(3, '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>')}${row(4, '<c r="C4"><f>A1</f></c>')}${row(5, '<c r="B5" t="str"><f>VLOOKUP(1,2,3)</f><v>行政确认</v></c>')}</sheetData>`;
    const found = await read(makeXlsx({ sheets: { 清单: data } }));
    expect(found.lines.map(({ days, type }) => [days, type])).toEqual([[5, undefined], [undefined, undefined], [undefined, undefined], [undefined, '07']]);
    expect(told(found)).toEqual([
      '注 清单!C2 “承诺时限”是公式，按现在显示的结果“5”读取。',
      '错 清单!C3 “承诺时限”的公式没有结果（#DIV/0!），请改为填写具体内容。',
      '错 清单!C4 “承诺时限”的公式没有结果（尚未计算），请改为填写具体内容。',
      '注 清单!B5 “事项类型”是公式，按现在显示的结果“行政确认”读取。',
    ]);
  });

  it.each([
    [[null, '行政许可'], '错 清单!A2 “事项名称”没有填写。'],
    [['甲', '行政许可证'], '错 清单!B2 “事项类型”的“行政许可证”不在可选项中，请从下拉框选择（如“行政许可”）。'],
    [['甲', null, '五天'], '错 清单!C2 “承诺时限”应是0到3650的整数，实际是“五天”。'],
    [['甲', null, '4000'], '错 清单!C2 “承诺时限”应是0到3650的整数，实际是“4000”。'],
    [['甲', null, null, null, '大概'], '错 清单!E2 “是否网办”应填“是”或“否”，实际是“大概”。'],
    [['长'.repeat(201)], '错 清单!A2 “事项名称”有201个字，超过200个字，请缩短后重新导入。'],
    [['长'.repeat(60_000)], '错 清单!A2 “事项名称”有60000个字，超过一个单元格的上限，请缩短后重新导入。'],
    [['依据…【内容过长，导出时已截断】'], '错 清单!A2 “事项名称”在导出时因过长而截断，请在平台上修改这一项，或填入完整内容。'],
  ])('%j', async (cells, message) => {
    expect(told(await read(makeXlsx({ sheets: { 清单: sheetData([heading, cells]) } })))).toEqual([message]);
  });

  it('当作数字存的长编码已丢了末尾，不当真', async () => {
    const data = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>事项名称</t></is></c></row><row r="2"><c r="A2"><v>5.116021152345678E+17</v></c></row></sheetData>';
    expect(told(await read(makeXlsx({ sheets: { 清单: data } })))[0]).toMatch(/^错 清单!A2 “事项名称”是超过15位的数字/);
  });
});

describe('读 Excel：怎样写的 XML 都读成一样 (CAT-12)', () => {
  const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const head = cell('A1', '事项名称') + cell('B1', '事项类型');
  const linesOf = async (row: string): Promise<(string | undefined)[][]> => {
    const { lines } = await read(makeXlsx({ sheets: { 清单: `<sheetData><row r="1">${head}</row>${row}</sheetData>` } }));
    return lines.map(({ name, type }) => [name, type]);
  };

  it.each([
    ['通常的写法', `<row r="2">${cell('A2', '甲')}${cell('B2', '01')}</row>`],
    ['换行和缩进', `\n  <row r="2">\n    ${cell('A2', '甲')}\n    ${cell('B2', '01')}\n  </row>\n`],
    ['属性换了次序、多了属性、单引号', `<row r="2" ht="20"><c t='inlineStr' r='A2' cm="1"><is><t>甲</t></is></c>${cell('B2', '01')}</row>`],
    ['没有位置的单元格', '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>01</t></is></c></row>'],
    ['实体和标记段', '<row r="2"><c r="A2" t="inlineStr"><is><t>&#30002;</t></is></c><c r="B2" t="inlineStr"><is><t><![CDATA[01]]></t></is></c></row>'],
    ['分段的文字', `<row r="2"><c r="A2" t="inlineStr"><is><r><t>甲</t></r></is></c>${cell('B2', '01')}</row>`],
    ['注释里的行和单元格不算', `<!-- <row r="9">${cell('A9', '丙')}</row> --><row r="2"><!-- ${cell('A2', '丁')} -->${cell('A2', '甲')}<!-- <row> -->${cell('B2', '01')}</row>`],
    ['空的行和单元格', `<row r="7"/><row r="2"><c r="A2" s="3"/>${cell('A2', '甲')}${cell('B2', '01')}<c r="C2"/></row><row r="8"></row>`],
  ])('%s', async (_name, row) => {
    expect(await linesOf(row)).toEqual([['甲', '01']]);
  });

  it.each([
    ['没有结束的单元格', `<row r="2">${cell('A2', '甲')}<c r="B2"><v>1</c></row>`], ['多余的结束', `<row r="2">${cell('A2', '甲')}</c></row>`],
    ['没有定义的实体', `<row r="2">${cell('A2', '甲')}${cell('B2', '&nbsp;')}</row>`], ['不能有的字符', `<row r="2">${cell('A2', '甲\u0001')}</row>`],
    ['文字里的 ]]>', `<row r="2">${cell('A2', '甲]]>')}</row>`],
  ])('%s：说文件损坏', async (_name, row) => {
    await expect(linesOf(row)).rejects.toMatchObject({ code: 'spreadsheets.damaged' });
  });

  it('比一次读的长得多的行和单元格', async () => {
    const long = '长'.repeat(30_000);
    const data = sheetData([heading, ...Array.from({ length: 40 }, (_none, index) => [`甲${index}`, '01', null, null, null, long])]);
    const file = await openSpreadsheet({ fileName: '清单.xlsx', content: makeXlsx({ sheets: { 清单: data } }) });
    const rows = [];
    for await (const row of file.rows('清单')) rows.push(row);
    expect(rows.slice(1).map(({ number, cells }) => [number, cells.get(1)?.text, cells.get(6)?.text === long])).toEqual(Array.from({ length: 40 }, (_none, index) => [index + 2, `甲${index}`, true]));
  });
});

describe('读 CSV：编码、分隔符、引号 (CAT-12)', () => {
  const lines = '事项名称,事项类型\r\n"甲,""乙""\r\n丙",行政许可\r\n丁,公共服务';
  const gbk = Buffer.concat([
    // 事项名称,事项类型
    Buffer.from('cac2cfeec3fbb3c62ccac2cfeec0e0d0cd0a', 'hex'), Buffer.from('bcd72cd0d0d5fed0edbfc90a', 'hex'),
  ]);
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(lines)], ['带标记的 UTF-8', Buffer.from(`\ufeff${lines}`)], ['UTF-16', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['制表符', Buffer.from(lines.replaceAll('称,', '称\t').replaceAll(',行政', '\t行政').replaceAll('丁,', '丁\t'))],
  ])('%s', async (_name, content) => {
    expect((await read(content, '清单.csv')).lines.map(({ name, type }) => [name, type])).toEqual([['甲,"乙" 丙', '01'], ['丁', '20']]);
  });

  it('GBK', async () => {
    expect((await read(gbk, '导出.csv')).lines).toMatchObject([{ name: '甲', type: '01' }]);
  });

  it('位置按 Excel 打开时的行列说', async () => {
    expect(told(await read('事项名称,承诺时限\n甲,\n,\n乙,很快\n', '清单.csv'))).toEqual(['错 清单!B4 “承诺时限”应是0到3650的整数，实际是“很快”。']);
  });
});

describe('读不了的文件说清是什么、怎么办 (CAT-12)', () => {
  const sound = { 清单: sheetData([heading, ['甲']]) };
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  it.each<[string, Buffer, string, RegExp]>([
    ['空文件', Buffer.alloc(0), '清单.xlsx', /^spreadsheets\.empty-file “清单\.xlsx”是空文件/],
    ['旧版 xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '清单.xls', /^spreadsheets\.old-format .*另存为“Excel 工作簿/],
    ['有打开密码', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), '清单.xlsx', /^spreadsheets\.encrypted/],
    ['有宏', makeXlsx({ sheets: sound, more: { 'xl/vbaProject.bin': 'x' } }), '清单.xlsm', /^spreadsheets\.has-macros/],
    ['有旧式宏表', makeXlsx({ sheets: sound, more: { 'xl/macrosheets/sheet1.xml': '<x/>' } }), '清单.xlsx', /^spreadsheets\.has-macros/],
    ['压缩炸弹', makeXlsx({ sheets: sound, more: { 'xl/media/a.bin': zeros.toString('latin1') } }), '清单.xlsx', /^spreadsheets\.expands-too-far/],
    ['截断', makeXlsx({ sheets: sound }).subarray(0, 300), '清单.xlsx', /^spreadsheets\.damaged/],
    ['坏的 XML', makeXlsx({ sheets: { 清单: '<sheetData><row>' } }), '清单.xlsx', /^spreadsheets\.damaged/],
    ['带 DOCTYPE', makeXlsx({ sheets: sound, more: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' } }), '清单.xlsx', /^spreadsheets\.damaged/],
    ['其实是 Word', makeZip([{ name: '[Content_Types].xml', content: '' }, { name: 'word/document.xml', content: '' }]), '清单.xlsx', /^spreadsheets\.not-a-table .*Word 文档/],
    ['其实是网页', Buffer.from('<html><table><tr><td>事项名称</td></tr></table></html>'), '清单.xls', /^spreadsheets\.not-a-table .*网页/],
    ['其实是图片', Buffer.from('ffd8ffe000104a46494600', 'hex'), '清单.csv', /^spreadsheets\.unknown-encoding/],
    ['程序改名为 xlsx', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '清单.xlsx', /^spreadsheets\.not-excel “清单\.xlsx”不是 Excel 文件/],
    ['没有要的工作表', makeXlsx({ sheets: { 甲: sheetData([heading]), 乙: sheetData([heading]) } }), '清单.xlsx', /^spreadsheets\.sheet-missing 文件中没有工作表“清单” 文件中的工作表是：“甲”、“乙”/],
    ['没有表头', makeXlsx({ sheets: { 清单: sheetData([['甲', '乙']]) } }), '清单.xlsx', /^spreadsheets\.header-missing .*“事项名称”/],
    ['缺少列', makeXlsx({ sheets: { 清单: sheetData([['说明'], ['事项类型', '承诺时限']]) } }), '清单.xlsx', /^spreadsheets\.columns-missing 工作表“清单”缺少列：“事项名称” 请在第 2 行/],
    ['同一列两次', makeXlsx({ sheets: { 清单: sheetData([['事项名称', '类型', '事项类型']]) } }), '清单.xlsx', /^spreadsheets\.column-twice 工作表“清单”有两列“事项类型”（清单!B1 和 清单!C1）/],
    ['列过多', makeXlsx({ sheets: { 清单: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>事项名称</t></is></c><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>' } }), '清单.xlsx', /^spreadsheets\.too-many-columns/],
  ])('%s', async (_name, content, fileName, message) => {
    expect(await refusal(content, fileName)).toMatch(message);
  });

  it('行数超过上限就停下', async () => {
    const rows = Array.from({ length: 12 }, (_none, index) => [`甲${index}`]);
    expect(await refusal(makeXlsx({ sheets: { 清单: sheetData([heading, ...rows]) } }), '清单.xlsx', { rows: 10, columns: 20, cellCharacters: 100 })).toMatch(/^spreadsheets\.too-many-rows 工作表“清单”超过 10 行/);
  });
});

describe('代码表的选项', () => {
  it('同名的带上代码，读回来分得清', () => {
    const list = choiceList([{ code: 'a', name: '教育局' }, { code: 'b', name: '教育局' }, { code: 'c', name: '民政局' }]);
    expect(list.choices).toEqual(['教育局（a）', '教育局（b）', '民政局']);
    expect(['教育局（b）', '民政局', 'a', '财政局'].map((text) => list.find(text))).toEqual(['b', 'c', 'a', undefined]);
    expect([list.label('b'), list.label('z')]).toEqual(['教育局（b）', 'z']);
  });
});
