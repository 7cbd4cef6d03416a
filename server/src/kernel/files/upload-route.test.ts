import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { signInTestPerson } from '../identity/testing/test-accounts.ts';
import { exe, jpeg, pdf } from './testing/samples.ts';

const boundary = 'tongban-test-boundary';

function form(...files: { name: string; content: Buffer }[]): Buffer {
  const parts = files.flatMap(({ name, content }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), content, Buffer.from('\r\n')]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('上传接口 (INT-04)', () => {
  const server = useTestServer();
  const post = (headers: Record<string, string>, ...files: { name: string; content: Buffer }[]) => server().app.inject({
    method: 'POST', url: '/api/v1/files', headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: form(...files) });
  const get = (headers: Record<string, string>, id: string) => server().app.inject({ method: 'GET', url: `/api/v1/files/${id}`, headers });

  it('返回编号、真实类型和页数；只有上传者能下载，图片可以直接查看', async () => {
    const [mine, other] = [await signInTestPerson(server().kernel), await signInTestPerson(server().kernel)];
    const answer = await post(mine.headers, { name: '户口本.png', content: jpeg() });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ name: '户口本.jpg', mediaType: 'image/jpeg', pages: 1, size: jpeg().length, scanStatus: 'not-scanned' });
    const { id } = answer.json();
    const own = await get(mine.headers, id);
    expect(own.rawPayload.equals(jpeg())).toBe(true);
    expect(own.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(own.headers['content-disposition']).toMatch(/^inline/);
    expect((await get(other.headers, id)).statusCode).toBe(404);
    expect((await get({}, id)).statusCode).toBe(401);
  });

  it('带脚本的 PDF 只供下载，不在浏览器中打开', async () => {
    const { headers } = await signInTestPerson(server().kernel);
    const { id } = (await post(headers, { name: '方案.pdf', content: pdf({ extra: '/OpenAction << /S /JavaScript >>' }) })).json();
    expect((await get(headers, id)).headers['content-disposition']).toMatch(/^attachment/);
  });

  it.each([
    ['改名的程序', [{ name: '身份证.jpg', content: exe }], 400, 'files.type-not-allowed', '“身份证.jpg”实际是Windows 程序，不能作为材料上传'],
    ['超过 20 MB', [{ name: '大.jpg', content: Buffer.concat([jpeg(), Buffer.alloc(21 * 1024 * 1024)]) }], 400, 'kernel.file-too-large', '文件超过 20 MB，无法上传'],
    ['没有文件', [], 400, 'files.one-at-a-time', '每次请求应上传一个文件'],
    ['两个文件', [{ name: 'a.pdf', content: pdf() }, { name: 'b.pdf', content: pdf() }], 400, 'files.one-at-a-time', '每次请求应上传一个文件'],
  ])('%s：说明原因和办法', async (_label, files, status, code, title) => {
    const { headers } = await signInTestPerson(server().kernel);
    const answer = await post(headers, ...files);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, title, detail: expect.stringMatching(/请/) });
  });

  it('没有登录不能上传', async () => {
    expect((await post({}, { name: 'a.pdf', content: pdf() })).statusCode).toBe(401);
  });
});
