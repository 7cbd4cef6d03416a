import { readdir, readFile as readDisk, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { commit } from '../commit.ts';
import { systemContext, type Context } from '../context.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { clearUnusedFiles } from './clear-unused.ts';
import { claimFiles, findFiles, readFile, releaseFiles, storeFile } from './index.ts';
import { scanLater } from './scan/scan-later.ts';
import { eicar, startClamdSimulator } from './testing/clamd-simulator.ts';
import { docx, jpeg, pdf } from './testing/samples.ts';

const day = 86_400_000;
const server = useTestServer();

function as(id: string): Context {
  return systemContext(server().kernel, systemActor(id), createId());
}
const upload = (actor: string, content = pdf({ pages: 2, extra: `/Id (${createId()})` }), fileName = '营业执照.pdf') =>
  storeFile(as(actor), { fileName, content }, { purpose: 'case-material' });

async function claim(actor: string, ids: string[], ownerId: string, from?: string): Promise<void> {
  const batch = new WriteBatch();
  claimFiles(batch, ids, { type: 'case', id: ownerId }, { uploadedBy: actor, ...(from ? { from: { type: 'draft', id: from } } : {}) });
  await commit(as(actor), batch);
}

async function blobsOnDisk(): Promise<string[]> {
  const folder = path.join(server().kernel.config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('保存', () => {
  it('读回的内容与上传的相同，磁盘上没有明文', async () => {
    const content = pdf({ extra: '/Secret (张三 510100199001011234)' });
    const file = await upload('zhang', content);
    expect(file).toMatchObject({ mediaType: 'application/pdf', size: content.length, scanStatus: 'not-scanned', uploadedBy: 'zhang', owner: null });
    const read = await readFile(as('anyone'), file.id);
    expect(read.content.equals(content)).toBe(true);
    for (const blob of await blobsOnDisk()) {
      expect((await readDisk(blob)).includes('510100199001011234')).toBe(false);
      expect((await stat(blob)).mode & 0o077).toBe(0);
    }
  });

  it('同样的内容只存一份，各有各的记录', async () => {
    const content = jpeg(640, 481);
    const before = (await blobsOnDisk()).length;
    const [first, second] = await Promise.all([upload('li', content, '甲.jpg'), upload('wang', content, '乙.jpg')]);
    expect(first.digest).toBe(second.digest);
    expect([first.name, second.name]).toEqual(['甲.jpg', '乙.jpg']);
    expect((await blobsOnDisk()).length).toBe(before + 1);
  });

  it('20 MB 的文件也能存取', async () => {
    const content = Buffer.concat([jpeg(4_000, 3_000), Buffer.alloc(20 * 1024 * 1024 - 1_000, 7)]);
    const file = await upload('zhang', content, '照片.jpg');
    expect((await readFile(as('zhang'), file.id)).content.equals(content)).toBe(true);
  });

  it('磁盘上的内容被改动一个字节，读取时发现', async () => {
    const known = new Set(await blobsOnDisk());
    const file = await upload('zhang');
    const blob = (await blobsOnDisk()).find((name) => !known.has(name)) ?? '';
    const bytes = await readDisk(blob);
    bytes.writeUInt8(bytes.readUInt8(50) ^ 1, 50);
    await writeFile(blob, bytes);
    await expect(readFile(as('zhang'), file.id)).rejects.toMatchObject({ code: 'files.unreadable', kind: 'unavailable' });
  });

  it('不存在的文件', async () => {
    await expect(readFile(as('zhang'), createId())).rejects.toMatchObject({ code: 'files.not-found' });
    expect(await findFiles(as('zhang'), [createId()])).toEqual([]);
  });
});

describe('归属', () => {
  it('别人上传的、已被使用的、不存在的文件都附不上，整个操作撤销', async () => {
    const [mine, theirs] = [await upload('zhang'), await upload('li')];
    await expect(claim('zhang', [mine.id, theirs.id], createId())).rejects.toMatchObject({ code: 'files.not-yours' });
    await expect(claim('zhang', [mine.id, createId()], createId())).rejects.toMatchObject({ code: 'files.not-yours' });
    expect((await findFiles(as('zhang'), [mine.id]))[0]?.owner).toBeNull();
    const ownCase = createId();
    await claim('zhang', [mine.id, mine.id], ownCase);
    await claim('zhang', [mine.id], ownCase);
    await expect(claim('zhang', [mine.id], createId())).rejects.toMatchObject({ code: 'files.not-yours' });
    expect((await findFiles(as('zhang'), [mine.id]))[0]?.owner).toEqual({ type: 'case', id: ownCase });
  });

  it('草稿用着的文件随提交转给办件', async () => {
    const file = await upload('zhang');
    const [draft, ownCase] = [createId(), createId()];
    const batch = new WriteBatch();
    claimFiles(batch, [file.id], { type: 'draft', id: draft }, { uploadedBy: 'zhang' });
    await commit(as('zhang'), batch);
    await expect(claim('zhang', [file.id], ownCase)).rejects.toMatchObject({ code: 'files.not-yours' });
    await claim('zhang', [file.id], ownCase, draft);
    expect((await findFiles(as('zhang'), [file.id]))[0]?.owner).toEqual({ type: 'case', id: ownCase });
  });
});

describe('清除未使用的上传', () => {
  it('7 天后清除，使用中的和仍有别人使用的内容保留', async () => {
    const content = docx({ name: 'shared.xml', content: createId() });
    const [unused, used, sharedUnused, sharedUsed, released] = [
      await upload('qian'), await upload('qian'), await upload('qian', content, '共用.docx'), await upload('sun', content, '共用.docx'), await upload('qian'),
    ];
    await claim('qian', [used.id, released.id], 'c1');
    await claim('sun', [sharedUsed.id], 'c2');
    server().clock.advance(6 * day);
    const batch = new WriteBatch();
    releaseFiles(as('qian'), batch, [released.id], { type: 'case', id: 'c1' });
    await commit(as('qian'), batch);
    const young = await upload('qian');
    server().clock.advance(1.5 * day);
    expect(await clearUnusedFiles(as('files.clear-unused'))).toBeGreaterThanOrEqual(2);
    const left = await findFiles(as('qian'), [unused.id, used.id, sharedUnused.id, sharedUsed.id, released.id, young.id]);
    expect(left.map(({ id }) => id)).toEqual([used.id, sharedUsed.id, released.id, young.id]);
    expect((await readFile(as('sun'), sharedUsed.id)).content.equals(content)).toBe(true);
  });

  it('内容清除后再次上传，重新写入', async () => {
    const content = docx({ name: 'again.xml', content: createId() });
    await upload('zhou', content, '一.docx');
    server().clock.advance(8 * day);
    await clearUnusedFiles(as('files.clear-unused'));
    const again = await upload('zhou', content, '二.docx');
    expect((await readFile(as('zhou'), again.id)).content.equals(content)).toBe(true);
  });

  it('同时上传和清除同样的内容，收下的文件都能读出', async () => {
    const content = docx({ name: 'race.xml', content: createId() });
    for (let round = 0; round < 5; round += 1) {
      await upload('wu', content, '一.docx');
      server().clock.advance(8 * day);
      const [kept] = await Promise.all([upload('wu', content, '二.docx'), clearUnusedFiles(as('files.clear-unused'))]);
      expect((await readFile(as('wu'), kept.id)).content.equals(content)).toBe(true);
    }
  });
});

describe('病毒扫描', () => {
  const bad = (): Buffer => Buffer.concat([pdf(), Buffer.from(eicar)]);

  async function scanning(signatures: boolean, work: (ctx: Context) => Promise<void>): Promise<void> {
    const clamd = await startClamdSimulator();
    clamd.signatures = signatures;
    try {
      const { kernel } = server();
      await work({ ...as('zheng'), kernel: { ...kernel, config: { ...kernel.config, clamavAddress: clamd.address } } });
    } finally {
      await clamd.close();
    }
  }

  it('发现病毒即拒绝，干净的记为已扫描', async () => {
    await scanning(true, async (ctx) => {
      await expect(storeFile(ctx, { fileName: '票据.pdf', content: bad() }, { purpose: 'x' })).rejects.toMatchObject({ code: 'files.infected' });
      expect((await storeFile(ctx, { fileName: '票据.pdf', content: pdf() }, { purpose: 'x' })).scanStatus).toBe('clean');
    });
  });

  it('没有病毒库的 ClamAV 等于没有扫描', async () => {
    await scanning(false, async (ctx) => {
      expect((await storeFile(ctx, { fileName: '票据.pdf', content: pdf({ pages: 3 }) }, { purpose: 'x' })).scanStatus).toBe('not-scanned');
    });
  });

  it('扫描服务恢复后补扫，有病毒的不能再读，也不能再附上', async () => {
    const infected = await upload('zheng', bad());
    expect(infected.scanStatus).toBe('not-scanned');
    await scanning(true, async (ctx) => { expect(await scanLater(ctx)).toBeGreaterThan(0); });
    await expect(readFile(as('zheng'), infected.id)).rejects.toMatchObject({ code: 'files.infected' });
    await expect(claim('zheng', [infected.id], createId())).rejects.toMatchObject({ code: 'files.not-yours' });
  });

  it('扫描服务不在时照收，记为未扫描', async () => {
    const { kernel } = server();
    const ctx: Context = { ...as('zheng'), kernel: { ...kernel, config: { ...kernel.config, clamavAddress: '127.0.0.1:9' } } };
    expect((await storeFile(ctx, { fileName: '票据.pdf', content: pdf({ pages: 4 }) }, { purpose: 'x' })).scanStatus).toBe('not-scanned');
  });
});
