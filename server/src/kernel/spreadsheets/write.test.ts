import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../files/inspect/inspect-file.ts';
import { annotateWorkbook, defineSheet, openSpreadsheet, streamWorkbook, writeWorkbook, type CellValue, type SheetColumn } from './index.ts';
import { makeXlsx, sheetData } from './testing/make-xlsx.ts';
import { readPart } from './testing/read-part.ts';

type One = { value: CellValue };
const sheet = (column: Omit<SheetColumn<One>, 'value'>, values: readonly CellValue[], name = '清单') =>
  defineSheet<One>({ name, columns: [{ ...column, value: ({ value }) => value }], rows: values.map((value) => ({ value })) });
const part = readPart;

describe('写 Excel (CAT-12)', () => {
  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'])('“%s”是文字，不是公式，改动后也还是文字', async (value) => {
    const xml = await part(await writeWorkbook([sheet({ title: '名称' }, [value])]), 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toMatch(/<c r="A2" s="4" t="inlineStr">/);
  });

  it('短的选项写在规则里，长的、含逗号的放在隐藏的工作表', async () => {
    const long = Array.from({ length: 90 }, (_none, index) => `广安市广安区第${index}局`);
    const content = await writeWorkbook([sheet({ title: '是否', choices: ['是', '否'] }, []), sheet({ title: '部门', choices: long }, [], '部门'), sheet({ title: '部门', choices: long }, [], '再一次')]);
    expect(await part(content, 'xl/worksheets/sheet1.xml')).toContain('<formula1>&quot;是,否&quot;</formula1>');
    expect(await part(content, 'xl/worksheets/sheet3.xml')).toContain("<formula1>'选项'!$A$1:$A$90</formula1>");
    expect((await openSpreadsheet({ fileName: 'a.xlsx', content })).sheets).toEqual([
      { name: '清单', hidden: false }, { name: '部门', hidden: false }, { name: '再一次', hidden: false }, { name: '选项', hidden: true },
    ]);
  });

  it('表头冻结、可筛选，批注说明怎样填，必填的表头另有颜色', async () => {
    const content = await writeWorkbook([sheet({ title: '名称', note: '填写全称，\n如“建筑工程施工许可证核发”。', required: true }, ['甲'])]);
    const xml = await part(content, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:A2"/>');
    expect(xml).toContain('<c r="A1" s="2"');
    expect(await part(content, 'xl/comments1.xml')).toContain('填写全称，\n如“建筑工程施工许可证核发”。');
  });

  it('超过单元格上限的内容截断并留下记号，不会悄悄变短', async () => {
    const xml = await part(await writeWorkbook([sheet({ title: '依据' }, ['长'.repeat(60_000)])]), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('…【内容过长，导出时已截断】');
  });

  it('同样的内容两次写出的字节相同，上传检查认得是 xlsx', async () => {
    const [one, other] = [await writeWorkbook([sheet({ title: '名称' }, ['甲'])]), await writeWorkbook([sheet({ title: '名称' }, ['甲'])])];
    expect(one.equals(other)).toBe(true);
    expect((await inspectFile('清单.xlsx', one)).mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });

  it('行的来源出错时流也出错，不会给出半个文件', async () => {
    async function* rows(): AsyncGenerator<One> {
      yield { value: '甲' };
      throw new Error('database is away');
    }
    const broken = defineSheet<One>({ name: '清单', columns: [{ title: '名称', value: ({ value }) => value }], rows: rows() });
    await expect(textOf(streamWorkbook([broken]))).rejects.toThrow('database is away');
  });
});

describe('在文件的副本里写上每行的结果', () => {
  const rows = async (content: Buffer, name: string): Promise<[number, string[]][]> => {
    const found: [number, string[]][] = [];
    for await (const { number, cells } of (await openSpreadsheet({ fileName: 'a.xlsx', content })).rows(name)) found.push([number, [...cells.values()].map(({ text }) => text)]);
    return found;
  };

  it('只多出一列，其余原样', async () => {
    const content = await writeWorkbook([sheet({ title: '名称' }, ['甲', '乙', '<丙>']), sheet({ title: '材料' }, ['丁'], '材料')]);
    const copy = await annotateWorkbook(content, [{ sheet: '清单', notes: new Map([[1, '导入结果'], [3, '清单!A3“名称”<重复>']]) }]);
    expect(await rows(copy, '清单')).toEqual([[1, ['名称', '导入结果']], [2, ['甲']], [3, ['乙', '清单!A3“名称”<重复>']], [4, ['<丙>']]]);
    expect(await part(copy, 'xl/worksheets/sheet2.xml')).toBe(await part(content, 'xl/worksheets/sheet2.xml'));
    expect(await part(copy, 'xl/styles.xml')).toBe(await part(content, 'xl/styles.xml'));
  });

  it('别的软件写的文件也可以：没有行号、空行、带前缀的标签', async () => {
    const content = makeXlsx({ sheets: { 清单: '<x:sheetData xmlns:x="a"><x:row><x:c t="inlineStr"><x:is><x:t>名称</x:t></x:is></x:c></x:row><x:row/><x:row r="5" spans="1:3"/></x:sheetData>' } });
    expect(await rows(await annotateWorkbook(content, [{ sheet: '清单', notes: new Map([[1, '结果'], [2, '空'], [5, '五']]) }]), '清单'))
      .toEqual([[1, ['名称', '结果']], [2, ['空']], [5, ['五']]]);
    expect(await rows(await annotateWorkbook(makeXlsx({ sheets: { 清单: sheetData([['名称', '码'], ['甲', null]]) } }), [{ sheet: '清单', notes: new Map([[2, '重复']]) }]), '清单'))
      .toEqual([[1, ['名称', '码']], [2, ['甲', '重复']]]);
  });
});
