import { sm3 } from '@tongban/gm-crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { getOrganization } from '../../kernel/organization/index.ts';
import { openZipParts, type ZipParts } from '../../kernel/zip/index.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { settle } from '../../testing/automation.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { revokeDecision } from '../handling/index.ts';
import { withdrawCase } from '../intake/contract.ts';
import { archiveNumberOf, expiryOf } from './actions/make-archive.ts';
import {
  downloadArchive, exportArchives, extendArchive, getArchive, getArchiveFigures, listArchives, listRetention, makeArchive, removeRetention, saveRetention, type ArchiveView,
} from './contract.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });
const department = '区民政局';
const officer = (post: Parameters<ReturnType<typeof city>['officer']>[1]): Promise<Signed> => city().officer(department, post);
const sql = async (text: string, values: unknown[] = []) => (await city().server.database.db.pool.query(text, values)).rows;

async function endCase(): Promise<{ caseId: string; elder: Awaited<ReturnType<typeof applyAsElder>>['elder'] }> {
  const { elder, receipt: { caseId } } = await applyAsElder(city());
  await accept(await officer('window'), caseId);
  await review(await officer('preliminary-review'), caseId);
  await review(await officer('review'), caseId);
  await approve(await officer('decision'), caseId);
  await city().server.relay.drain();
  await deliver(await officer('delivery'), caseId);
  await city().server.relay.drain();
  return { caseId, elder };
}

const archiveOf = async (keeper: Signed, caseId: string): Promise<ArchiveView> => {
  const { number } = await look(keeper, caseId);
  const { items: [line] } = await keeper.http.call(listArchives, { query: { q: number } });
  if (!line) throw new Error(`no archive of ${number}`);
  return keeper.http.call(getArchive, { params: { archiveId: line.id } });
};
const make = (keeper: Signed, { id, version }: ArchiveView, reason?: string): Promise<ArchiveView> =>
  keeper.http.call(makeArchive, { params: { archiveId: id }, body: { version, ...(reason === undefined ? {} : { reason }) } });
const faultsOf = ({ checks }: ArchiveView): string[] => checks.filter(({ verdict }) => verdict === 'fault').map(({ text }) => text);

/** An officer who speaks for the deciding department, as an action sees them. */
async function deciderContext(): Promise<Context> {
  const { id, name, path, regionCode } = await getOrganization(city().system(), city().organizationId(department));
  const scope = { kind: 'organization' as const, organizationPath: path };
  return systemContext(city().server.kernel, {
    kind: 'staff', id: createId(), name: '王主任', sessionId: createId(), organizationId: id, organizationName: name, organizationPath: path, regionCode, postCodes: ['decision'], roleCodes: ['decider'],
    permissions: new Map(['handling.case.decide', 'cases.case.view', 'licences.licence.revoke'].map((permission) => [permission, scope])),
  }, createId());
}

async function open(keeper: Signed, archiveId: string, edition?: number): Promise<{ content: Buffer; parts: ZipParts }> {
  const answer = await keeper.http.download(downloadArchive, { params: { archiveId }, query: { purpose: '核对归档', ...(edition === undefined ? {} : { edition }) } });
  const content = Buffer.from(await answer.arrayBuffer());
  return { content, parts: await openZipParts(content) };
}

describe('办件归档 (INT-08)', () => {
  let keeper: Signed;
  beforeAll(async () => { keeper = await officer('delivery'); });

  it('办结后待归档，夜里做成档案包：表单、材料、文书、证照、过程都在，目录的摘要与文件相符，质检没有问题', async () => {
    const { caseId } = await endCase();
    const waiting = await archiveOf(keeper, caseId);
    expect(waiting).toMatchObject({ state: 'waiting', number: null, ending: '准予办结', edition: 0, files: [], may: { make: true, download: false, extend: false }, caseVisible: true });
    await sql(`SELECT graphile_worker.add_job('archives.make-archives', '{}')`);
    await settle(city(), 'archives.');
    const made = await archiveOf(keeper, caseId);
    expect([made.state, faultsOf(made), made.edition, made.retentionYears, made.expiresOn]).toEqual(['archived', [], 1, 10, '2036-12-31']);
    expect(made.number).toMatch(/^[0-9A-Z]+-ZW-2026-D10-\d{6}$/);
    expect(new Set(made.files.map(({ part }) => part))).toEqual(new Set(['description', 'application', 'material', 'notice', 'result']));
    expect(new Set(made.checks.map(({ property }) => property))).toEqual(new Set(['authentic', 'complete', 'usable', 'safe']));

    const { content, parts } = await open(keeper, made.id);
    expect(sm3(content).toString('hex')).toBe(made.digest);
    const catalogue = await parts.text('目录.xml');
    for (const { path, digest } of made.files) expect(catalogue).toContain(`<位置>${path}</位置>`), expect(catalogue).toContain(digest);
    expect(new Set(parts.names())).toEqual(new Set([...made.files.map(({ path }) => path), '目录.xml']));
    expect(await parts.text('基本信息.xml')).toMatch(/<办件编号>.+<\/办件编号>[\s\S]*<申请人>陈德福<\/申请人>[\s\S]*<办结方式>准予办结<\/办结方式>/);
    const process = await parts.text('过程信息.xml');
    expect(process.match(/<名称>[^<]+<\/名称>/g)).toEqual(['提交申请', '受理', '审查', '审核', '作出决定', '送达'].map((label) => `<名称>${label}</名称>`));
    expect(process).toMatch(/<审查要点>\s*<材料>[^<]+<\/材料>\s*<内容>[^<]+<\/内容>\s*<核对结果>符合<\/核对结果>\s*<\/审查要点>/);
    expect(await sql(`SELECT purpose FROM kernel.audit_entry WHERE action = 'archives.download-archive' AND object_id = $1`, [made.id])).toEqual([{ purpose: '核对归档' }]);
  });

  it('文件读不出来、缺文书：质检不通过，说明是哪一份、怎么办；改好后重新归档，前一次的包还在', async () => {
    const { caseId } = await endCase();
    const waiting = await archiveOf(keeper, caseId);
    const [material] = await sql(`SELECT id, name, files FROM cases.material WHERE case_id = $1 AND files <> '[]' ORDER BY id LIMIT 1`, [caseId]);
    await sql(`INSERT INTO files.blob (digest, stored_at) VALUES (repeat('0', 64), now())`);
    await sql(`UPDATE files.file SET digest = repeat('0', 64) WHERE id = $1`, [material.files[0].id]);
    const notice = await sql(`DELETE FROM cases.notice WHERE case_id = $1 AND kind = 'acceptance-notice' RETURNING *`, [caseId]);
    const faulty = await make(keeper, waiting);
    expect(faulty.state).toBe('faulty');
    expect(faultsOf(faulty)).toEqual([expect.stringContaining(String(material.files[0].name)), '缺受理通知书']);
    expect(faulty.checks.filter(({ verdict }) => verdict === 'fault').every(({ mend }) => mend !== null && mend.length > 5)).toBe(true);
    expect((await keeper.http.call(getArchiveFigures, {})).departments[0]).toMatchObject({ name: `广安市广安${department}`, faulty: 1 });

    await sql(`INSERT INTO cases.notice SELECT * FROM jsonb_populate_recordset(NULL::cases.notice, $1::jsonb)`, [JSON.stringify(notice)]);
    await sql(`UPDATE files.file SET digest = (SELECT digest FROM files.file WHERE name LIKE '%.pdf' AND purpose = 'case-material' AND digest <> repeat('0', 64) LIMIT 1) WHERE id = $1`, [material.files[0].id]);
    expect(await refusalOf(make(keeper, waiting))).toMatchObject({ code: 'archives.changed' });
    const mended = await make(keeper, faulty, '已从备份恢复');
    expect([mended.state, mended.number, mended.edition]).toEqual(['archived', faulty.number, 2]);
    expect(mended.editions.map(({ edition, reason }) => [edition, reason])).toEqual([[2, '已从备份恢复'], [1, '办结归档']]);
    const [now, before] = [await open(keeper, mended.id), await open(keeper, mended.id, 1)];
    expect(now.parts.names().length).toBe(before.parts.names().length + 2);
    await expect(sql('UPDATE archives.edition SET reason = $1', ['x'])).rejects.toThrow('does not change');
  });

  it('归档后撤销决定：又成待归档，第二次的包里有撤销决定书；撤回的申请也归档', async () => {
    const { caseId } = await endCase();
    const first = await make(keeper, await archiveOf(keeper, caseId));
    await city().server.relay.drain();
    await revokeDecision(await deciderContext(), caseId, '申请人不符合条件，依法撤销。');
    await city().server.relay.drain();
    const again = await archiveOf(keeper, caseId);
    expect(again).toMatchObject({ state: 'waiting', ending: '准予后撤销', number: first.number, edition: 1 });
    const second = await make(keeper, again);
    expect([second.state, faultsOf(second), second.edition]).toEqual(['archived', [], 2]);
    expect(second.files.some(({ name }) => name.includes('撤销'))).toBe(true);

    const { elder, receipt } = await applyAsElder(city());
    await elder.http.call(withdrawCase, { params: { caseId: receipt.caseId }, body: { version: (await look(elder, receipt.caseId)).version, reason: '不办了' } });
    await city().server.relay.drain();
    const withdrawn = await make(keeper, await archiveOf(keeper, receipt.caseId));
    expect([withdrawn.state, withdrawn.ending, faultsOf(withdrawn)]).toEqual(['archived', '申请人撤回', []]);
  });

  it('保管期限：事项的规定先于类别和通用的，只管以后归档的；到期前三个月起可以延长或转为永久', async () => {
    const supervisor = await officer('supervision');
    const itemId = city().itemId('elderly-allowance');
    const before = (await supervisor.http.call(listRetention, {})).items;
    expect(before.map(({ scope, years }) => [scope, years])).toEqual([['default', 10], ['task-type', 30]]);
    const saved = await supervisor.http.call(saveRetention, { params: { scope: 'item', key: itemId }, body: { years: 1 } });
    expect(saved.items.at(-1)).toMatchObject({ scope: 'item', key: itemId, name: expect.stringContaining('高龄'), years: 1 });
    const { caseId } = await endCase();
    const made = await make(keeper, await archiveOf(keeper, caseId));
    expect([made.retentionYears, made.expiresOn, made.number?.includes('-D1-')]).toEqual([1, '2027-12-31', true]);
    const extend = (years: number | null, { id, version }: ArchiveView) => keeper.http.call(extendArchive, { params: { archiveId: id }, body: { version, years, reason: '仍有查考价值' } });
    expect(await refusalOf(extend(10, made))).toMatchObject({ code: 'archives.not-expired' });
    await city().moveTo('2027-10-15T10:00');
    expect((await keeper.http.call(listArchives, { query: { expiring: true } })).items.map(({ id }) => id)).toEqual([made.id]);
    const longer = await extend(10, made);
    expect([longer.expiresOn, longer.retentionYears]).toEqual(['2037-12-31', 11]);
    await city().moveTo('2037-12-01T10:00');
    const kept = await extend(null, longer);
    expect([kept.expiresOn, kept.retentionYears]).toEqual([null, null]);
    expect(await refusalOf(extend(1, kept))).toMatchObject({ code: 'archives.permanent' });
    expect((await supervisor.http.call(removeRetention, { params: { scope: 'item', key: itemId } })).items).toHaveLength(2);
    expect(await refusalOf(supervisor.http.call(removeRetention, { params: { scope: 'default', key: 'all' } }))).toMatchObject({ code: 'archives.default-stays' });
    for (const years of [null, 10]) expect((await supervisor.http.call(saveRetention, { params: { scope: 'default', key: 'all' }, body: { years } })).items[0]).toMatchObject({ years });
    await city().moveTo('2026-11-02T10:00');
  });

  it('只看得到自己部门的；窗口不能看，决定人不能下载、不能归档；用途不写不给；目录可以导出', async () => {
    const { caseId } = await endCase();
    const { id, version } = await make(keeper, await archiveOf(keeper, caseId));
    const elsewhere = await city().officer('区住建局', 'delivery');
    expect(await refusalOf(elsewhere.http.call(getArchive, { params: { archiveId: id } }))).toMatchObject({ status: 404 });
    expect((await elsewhere.http.call(listArchives, { query: {} })).items).toEqual([]);
    expect(await refusalOf((await officer('window')).http.call(listArchives, { query: {} }))).toMatchObject({ status: 403 });
    const decider = await officer('decision');
    expect((await decider.http.call(getArchive, { params: { archiveId: id } })).may).toEqual({ make: false, download: false, extend: false });
    expect(await refusalOf(decider.http.download(downloadArchive, { params: { archiveId: id }, query: { purpose: '看看' } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(decider.http.call(makeArchive, { params: { archiveId: id }, body: { version } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(decider.http.call(saveRetention, { params: { scope: 'task-type', key: '05' }, body: { years: 30 } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(keeper.http.download(downloadArchive, { params: { archiveId: id }, query: { purpose: '' } }))).toMatchObject({ status: 400 });
    const catalogue = Buffer.from(await (await keeper.http.download(exportArchives, { query: { state: 'archived' } })).arrayBuffer());
    expect(await (await openZipParts(catalogue)).text('xl/worksheets/sheet1.xml')).toContain('-ZW-2026-D10-');
    const found = async (query: Parameters<typeof keeper.http.call<typeof listArchives>>[1]['query']) => (await keeper.http.call(listArchives, { query })).items.some((line) => line.id === id);
    expect([await found({ q: '陈德' }), await found({ q: '高龄' }), await found({ years: '10' }), await found({ years: 'permanent' }), await found({ from: '2026-11-03' }), await found({ organizationId: city().organizationId(department) })])
      .toEqual([true, true, true, false, false, true]);
  });

  it('档号和到期日', () => {
    expect(archiveNumberOf('11511602MB9X000820', '2026', null, 7)).toBe('11511602MB9X000820-ZW-2026-Y-000007');
    expect([expiryOf('2026-01-01', 10), expiryOf('2026-12-31', 30), expiryOf('2026-06-01', null)]).toEqual(['2036-12-31', '2056-12-31', null]);
  });
});
