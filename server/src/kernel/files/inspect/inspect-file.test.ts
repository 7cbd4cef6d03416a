import { describe, expect, it } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { docx, exe, jpeg, pdf, png } from '../testing/samples.ts';
import { inspectFile } from './inspect-file.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml', content: '<workbook/>' }]);
const ofd = makeZip([{ name: 'OFD.xml', content: '<ofd:OFD/>' }, { name: 'Doc_0/Document.xml', content: '<x/>' }]);
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);

describe('真实类型与文件名 (INT-04)', () => {
  it.each([
    ['身份证.jpg', jpeg(), 'image/jpeg', '身份证.jpg', 1],
    ['身份证.JPEG', jpeg(), 'image/jpeg', '身份证.jpeg', 1],
    ['扫描件.jpg', png(), 'image/png', '扫描件.png', 1],
    ['申请表.pdf', pdf({ pages: 12 }), 'application/pdf', '申请表.pdf', 12],
    ['申请表', pdf(), 'application/pdf', '申请表.pdf', 1],
    ['2026.11.20', pdf(), 'application/pdf', '2026.11.20.pdf', 1],
    ['..\\..\\etc\\方案.docx', docx(), word, '方案.docx', null],
    ['方案.zip', docx(), word, '方案.docx', null],
    ['名单.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '名单.xlsx', null],
    ['批复.ofd', ofd, 'application/ofd', '批复.ofd', null],
    ['𠮷野家·营业执照.png', png(), 'image/png', '𠮷野家·营业执照.png', 1],
    ['照片\u202egnp.exe', png(), 'image/png', '照片gnp.png', 1],
    ['<script>.png', png(), 'image/png', 'script.png', 1],
    ['.png', png(), 'image/png', 'png.png', 1],
    ['', png(), 'image/png', '未命名文件.png', 1],
    [`${'长'.repeat(200)}.pdf`, pdf(), 'application/pdf', `${'长'.repeat(100)}.pdf`, 1],
  ])('%s', async (given, content, mediaType, name, pages) => {
    expect(await inspectFile(given, content)).toMatchObject({ mediaType, name, pages, active: false });
  });
});

describe('拒绝的文件，说明它实际是什么', () => {
  it.each([
    ['改名的程序', '身份证.jpg', exe, 'files.type-not-allowed', 'Windows 程序'],
    ['网页', '证明.pdf', Buffer.from('\n <!DOCTYPE html><p>'), 'files.type-not-allowed', '网页'],
    ['带字节序标记的网页', '证明.pdf', Buffer.from('\ufeff<html>', 'utf16le'), 'files.type-not-allowed', '网页'],
    ['SVG', '图.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'files.type-not-allowed', 'SVG 图形'],
    ['脚本', '清单.pdf', Buffer.from('#!/bin/sh\nrm -rf /'), 'files.type-not-allowed', '脚本程序'],
    ['压缩包', '材料.docx', makeZip([{ name: 'a.txt', content: 'a' }]), 'files.type-not-allowed', '压缩包'],
    ['旧版 Word', '申请.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(1)]), 'files.type-not-allowed', '旧版 Office'],
    ['GIF', '图.jpg', Buffer.from('GIF89a\x01\x00\x01\x00'), 'files.type-not-allowed', 'GIF 图片'],
    ['文字', '说明.pdf', Buffer.from('只是文字'), 'files.type-unknown', '说明.pdf'],
    ['空文件', '空.pdf', Buffer.alloc(0), 'files.empty', '空.pdf'],
    ['有宏的文档', '表.docx', docx({ name: 'word/vbaProject.bin', content: 'x' }), 'files.has-macros', '表.docx'],
    ['像素过多的图片', '图.png', png(30_000, 30_000), 'files.image-too-large', '900'],
    ['像素过多的照片', '图.jpg', jpeg(65_000, 1_000), 'files.image-too-large', '65'],
    ['没有图像头的照片', '图.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]), 'files.damaged', '图.jpg'],
    ['加密的文档', '表.docx', docx({ name: 'x', content: 'x', encrypted: true }), 'files.encrypted', '表.docx'],
    ['设了打开密码的文档', '表.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(1), Buffer.from('EncryptedPackage', 'utf16le')]), 'files.encrypted', '表.docx'],
    ['截断的文档', '表.docx', docx().subarray(0, 60), 'files.damaged', '表.docx'],
    ['目录越界的文档', '表.docx', docx({ name: '../../x', content: 'x' }), 'files.damaged', '表.docx'],
  ])('%s', async (_label, name, content, code, told) => {
    await expect(inspectFile(name, content)).rejects.toMatchObject({ code, title: expect.stringContaining(told) });
  });
});

describe('压缩炸弹', () => {
  it.each([
    ['解开后过大', docx({ name: 'a.xml', content: zeros(201) })],
    ['压缩比过高', docx({ name: 'a.xml', content: zeros(40) })],
    ['谎报大小', docx({ name: 'a.xml', content: zeros(40), declaredSize: 100 })],
    ['条目过多', docx(...Array.from({ length: 5_001 }, (_, index) => ({ name: `${index}`, content: '' })))],
  ])('%s：拒绝', async (_label, content) => {
    expect(content.length).toBeLessThan(1_000_000);
    await expect(inspectFile('表.docx', content)).rejects.toMatchObject({ code: expect.stringMatching(/^files\.(expands-too-far|damaged)$/) });
  });

  it('正常文档中高度重复的小内容不受影响', async () => {
    expect((await inspectFile('表.docx', docx({ name: 'word/styles.xml', content: zeros(2) }))).mediaType).toBe(word);
  });
});

describe('PDF 中的脚本', () => {
  it.each([
    ['脚本', { extra: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }],
    ['启动程序', { extra: '/OpenAction << /S /Launch /F (cmd.exe) >>' }],
    ['换一种写法的脚本', { extra: '/OpenAction << /S /J#61vaScript >>' }],
    ['藏在压缩对象流中的脚本', { hidden: '<< /S /JavaScript >>' }],
    ['附件', { extra: '/Names << /EmbeddedFiles 5 0 R >>' }],
    ['加密，看不到内容', { extra: '/Encrypt 9 0 R' }],
  ])('%s：收下，但不在浏览器中直接打开', async (_label, options) => {
    expect((await inspectFile('a.pdf', pdf(options))).active).toBe(true);
  });

  it('普通的压缩对象流不受影响，页数可以读出', async () => {
    expect(await inspectFile('a.pdf', pdf({ pages: 1, hidden: '<< /Type /Pages /Kids [] /Count 37 >>' }))).toMatchObject({ active: false, pages: 37 });
  });
});
