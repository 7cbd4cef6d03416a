import { describe, expect, it } from 'vitest';
import { makeZip } from '../../kernel/files/testing/make-zip.ts';
import { makeXlsx, sheetData } from '../../kernel/spreadsheets/testing/make-xlsx.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { readPaperForm, type PaperTable } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });

function send(who: Signed, name: string, content: Buffer): Promise<PaperTable> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(content)], name));
  return who.http.upload(readPaperForm, {}, form);
}

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const docx = (body: string) => makeZip([{ name: 'word/document.xml', content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` }]);
const places = ({ cells }: PaperTable) => cells.map(({ row, column, rowSpan, colSpan, text }) => `${row},${column} ${rowSpan}×${colSpan} ${text}`);

describe('从纸面表格开始 (FRM-01)', () => {
  it('Word：标题、列宽、跨列和跨行的合并格', async () => {
    const administrator = await city().itemAdministrator();
    const paper = await send(administrator, '申请表.docx', docx(`
      <w:p><w:r><w:t>设置户外广告申请表</w:t></w:r></w:p>
      <w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>
        <w:tr>${cell('申请人', '<w:vMerge w:val="restart"/>')}${cell('姓名')}${cell('')}</w:tr>
        <w:tr>${cell('', '<w:vMerge/>')}${cell('电话')}${cell('')}</w:tr>
        <w:tr>${cell('说明', '<w:gridSpan w:val="3"/>')}</w:tr>
      </w:tbl><w:tbl><w:tr>${cell('第二张表')}</w:tr></w:tbl>`));
    expect(paper).toMatchObject({ title: '设置户外广告申请表', widths: [1000, 2000, 3000], rowCount: 3 });
    expect(places(paper)).toEqual(['0,0 2×1 申请人', '0,1 1×1 姓名', '0,2 1×1 ', '1,1 1×1 电话', '1,2 1×1 ', '2,0 1×3 说明']);
  });

  it('Excel：空白格也在，合并格照原样', async () => {
    const administrator = await city().itemAdministrator();
    const paper = await send(administrator, '登记表.xlsx', makeXlsx({ sheets: { 表: `<dimension ref="A1:C3"/><cols><col min="1" max="1" width="20"/></cols>${sheetData([['登记表'], ['姓名', null, '电话'], ['住址']])}<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:C3"/></mergeCells>` } }));
    expect(paper).toMatchObject({ widths: [20, 9, 9], rowCount: 3 });
    expect(places(paper)).toEqual(['0,0 1×3 登记表', '1,0 1×1 姓名', '1,1 1×1 ', '1,2 1×1 电话', '2,0 1×1 住址', '2,1 1×2 ']);
  });

  it.each([
    ['不是办公文件', '说明.docx', Buffer.from('hello'), 'spreadsheets.not-a-paper'],
    ['没有表格', '空.docx', docx('<w:p><w:r><w:t>只有文字</w:t></w:r></w:p>'), 'spreadsheets.not-a-paper'],
    ['行数太多', '长.docx', docx(`<w:tbl>${`<w:tr>${cell('甲')}</w:tr>`.repeat(400)}</w:tbl>`), 'spreadsheets.paper-too-large'],
    ['写坏的 XML', '坏.docx', docx('<w:tbl><w:tr>'), 'spreadsheets.damaged'],
    ['夹带实体定义', '炸.docx', makeZip([{ name: 'word/document.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]), 'spreadsheets.damaged'],
    ['空文件', '空.xlsx', Buffer.alloc(0), 'spreadsheets.empty-file'],
  ])('拒绝%s，说明怎么办', async (_name, fileName, content, code) => {
    expect(await refusalOf(send(await city().itemAdministrator(), fileName, content))).toMatchObject({ code });
  });

  it('窗口人员和申请人不能读', async () => {
    const file = docx(`<w:tbl><w:tr>${cell('甲')}</w:tr></w:tbl>`);
    expect(await refusalOf(send(await city().officer('区民政局', 'window'), '表.docx', file))).toMatchObject({ status: 403 });
    expect(await refusalOf(send(await city().person(), '表.docx', file))).toMatchObject({ status: 403 });
  });
});
