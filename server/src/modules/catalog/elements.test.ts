import { describe, expect, it } from 'vitest';
import { createId } from '../../kernel/db/index.ts';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { elementGroups, elementInfo, elementLabel, elementNames, elementsOf, ItemElements, type ItemElements as Elements } from './contract.ts';
import { applyIncomingElements, createItem } from './index.ts';
import { useItemOffice } from '../../testing/item-office.ts';

const office = useItemOffice();
const system = () => systemContext(office().server.kernel, systemActor('directory', '基本目录'), createId());

describe('实施清单要素 (CAT-02, CAT-04)', () => {
  it('每个要素都有名称、分组和填写说明，且只属于一组', () => {
    expect([...elementNames].sort()).toEqual(Object.keys(ItemElements.properties).sort());
    const groups = Object.keys(elementGroups) as (keyof typeof elementGroups)[];
    expect(groups.flatMap(elementsOf).sort()).toEqual([...elementNames].sort());
    for (const { label, help } of Object.values(elementInfo)) expect([label.length > 1, help.length > 5]).toEqual([true, true]);
    expect(new Set(Object.values(elementInfo).map(({ label }) => label)).size).toBe(elementNames.length);
    expect(['materials.plan.name', 'unknown.part'].map(elementLabel)).toEqual(['申请材料', 'unknown.part']);
  });

  it('选择类要素的代码表都存在 (CAT-06, CAT-07, CAT-08)', async () => {
    const lists = Object.values(elementInfo).flatMap(({ dictionary }) => dictionary ?? []);
    expect(lists).toContain('person-life-stage');
    for (const list of [...lists, 'penalty-kind']) {
      const { status, body } = await office().call(undefined, 'GET', `/api/v1/dictionaries/${list}`);
      expect([list, status, body.entries.length > 0]).toEqual([list, 200, true]);
    }
    const tags = (await office().call(undefined, 'GET', '/api/v1/dictionaries/item-tag')).body.entries.map(({ name }: { name: string }) => name);
    expect(tags).toEqual(expect.arrayContaining(['一证通办', '一照通办', '秒批秒办', '零材料', '自助终端可办', '掌上可办', '跨省通办', '省内通办', '川渝通办', '同城通办']));
  });

  it('标准规定的全部要素可以填写，发布后指南上都在', async () => {
    const extra: Partial<Elements> = {
      exerciseContent: '本区城镇排水户', authorityDivision: '市级负责跨区排水户', entrustingDepartmentName: '市住建局', jointDepartmentNames: ['区水务局'],
      singleSignOn: true, mobileSingleSignOn: false, mobileUrl: 'https://m.example.org/drainage', townCode: '511602001000', villageCode: '511602001001',
      localPersonTopics: [], localCompanyTopics: ['farming'], companyLifeStages: ['construction'], localCatalogCode: 'GA-1', catalogCode: '000117012000',
      penalties: [{ behaviour: '未取得许可排水', kinds: ['2'], range: '50 万元以下' }], levies: [{ kind: '污水处理费', reducible: true, reductionBasis: '依据' }],
    };
    const elements = office().elements(extra);
    const published = await office().publishNew({
      ...elements, materials: elements.materials.map((one, index) => (index === 0 ? { ...one, standardCode: 'CL-000001' } : one)),
    });
    const guide = (await office().call(undefined, 'GET', `/api/v1/items/${published.itemId}`)).body;
    expect(guide.elements).toMatchObject(extra);
    expect(guide.elements.materials[0].standardCode).toBe('CL-000001');
    const { item } = (await office().call(office().editor, 'GET', `/api/v1/catalog/items/${published.itemId}`)).body;
    expect(item).toMatchObject({ catalogCode: '000117012000', parentItemId: null });
  });

  it('代码表以外的生命周期、处罚种类不能提交', async () => {
    const draft = (await office().create(office().elements({ companyLifeStages: ['unknown'], penalties: [{ behaviour: '甲', kinds: ['8'], range: '乙' }] }))).body;
    const refused = await office().act(office().editor, draft, 'submit');
    expect(refused.body.issues.map(({ path }: { path: string }) => path)).toEqual(['companyLifeStages', 'penalties.0.kinds']);
  });

  it('六万字的条款可以保存，更长的说明不能超过多少字', async () => {
    const basis = (length: number) => [{ lawName: '示例', clauseNumber: '全文', clauseContent: '条'.repeat(length) }];
    const kept = await office().create(office().elements({ legalBases: basis(60_000) }));
    expect(kept.status).toBe(201);
    const refused = await office().create(office().elements({ legalBases: basis(60_001) }));
    expect([refused.status, refused.body.issues[0].message]).toEqual([400, '不能超过 60000 个字。']);
  });
});

describe('公共要素由上级清单统一规定 (CAT-02)', () => {
  const inherited = async () => {
    const elements = office().elements({ summary: '上级的简介' });
    return { elements, receipt: await createItem(system(), elements, { lockedElements: ['name', 'summary', 'legalBases'] }) };
  };

  it('锁定的要素不能改，说明是哪几项；其他要素可以改', async () => {
    const { elements, receipt } = await inherited();
    const version = (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${receipt.versionId}`)).body;
    expect(version.lockedElements).toEqual(['name', 'summary', 'legalBases']);
    const { summary: _without, ...bare } = elements;
    const refused = await office().save(receipt, { ...bare, legalBases: [] });
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([422, 'catalog.locked-element', '“简介、设定依据”由上级清单统一规定，不能修改']);
    expect(refused.body.issues.map(({ path }: { path: string }) => path)).toEqual(['elements.summary', 'elements.legalBases']);
    expect((await office().save(receipt, { ...elements, consultationTelephone: '0826-1234567' })).status).toBe(200);
  });

  it('上级清单变更写入正在编制的草稿；审核中的退回草稿；没有草稿的新开一个', async () => {
    const { elements, receipt } = await inherited();
    const applied = await applyIncomingElements(system(), receipt.itemId, { summary: '新的简介', organizationId: createId(), localTaskCode: 'X' }, '省清单 2026 版');
    expect(applied).toMatchObject({ versionId: receipt.versionId, revision: 2, state: 'draft' });
    const read = async () => (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${receipt.versionId}`)).body;
    expect((await read()).elements).toMatchObject({ summary: '新的简介', organizationId: elements.organizationId, localTaskCode: elements.localTaskCode });
    const submitted = (await office().act(office().editor, applied, 'submit')).body;
    await applyIncomingElements(system(), receipt.itemId, { summary: '又一次' }, '省清单再次调整');
    expect(await read()).toMatchObject({ state: 'draft', revision: submitted.revision + 1, reviewOpinion: '省清单再次调整' });
    const published = await office().publish({ ...applied, revision: submitted.revision + 1 });
    const opened = await applyIncomingElements(system(), receipt.itemId, { summary: '下一版' }, '省清单');
    expect(opened).toMatchObject({ versionNumber: 2, state: 'draft' });
    expect((await office().call(undefined, 'GET', `/api/v1/item-versions/${published.versionId}`)).body.elements.summary).toBe('又一次');
  });

  it('回滚到旧版本时，锁定的要素保持现在的内容', async () => {
    const { receipt } = await inherited();
    const first = await office().publish(receipt);
    const second = await office().publish(await applyIncomingElements(system(), receipt.itemId, { summary: '第二版' }, '省清单'));
    expect(second.versionNumber).toBe(2);
    const draft = (await office().call(office().editor, 'POST', `/api/v1/catalog/items/${receipt.itemId}/versions`, { fromVersionId: first.versionId })).body;
    expect((await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}`)).body.elements.summary).toBe('第二版');
  });

  it('每次保存都发出事件，供质量检查跟进', async () => {
    const { receipt, elements } = await inherited();
    await office().save(receipt, { ...elements, consultationTelephone: '0826-7654321' });
    const { rows } = await office().server.kernel.db.pool.query(
      `SELECT data FROM kernel.event WHERE type = 'catalog.version-saved' AND aggregate_id = $1 ORDER BY data -> 'revision'`, [receipt.itemId]);
    expect(rows.map(({ data }) => data)).toEqual([{ versionId: receipt.versionId, revision: 1 }, { versionId: receipt.versionId, revision: 2 }]);
  });
});

describe('草稿随写随存', () => {
  it('没有写完的条目可以保存，回答还差什么；提交时指出', async () => {
    const elements = office().elements();
    const draft = (await office().create(elements)).body;
    const unfinished: Partial<Elements> = {
      conditions: [...elements.conditions, ''], faqs: [...elements.faqs, { question: '要多久？', answer: '' }],
      legalBases: [...elements.legalBases, { lawName: '', clauseNumber: '', clauseContent: '' }],
    };
    const saved = await office().save(draft, { ...elements, ...unfinished });
    expect(saved.status).toBe(200);
    const paths = saved.body.findings.filter(({ rule }: { rule: string }) => rule === 'required-part').map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining([`conditions.${elements.conditions.length}`, `faqs.${elements.faqs.length}.answer`, `legalBases.${elements.legalBases.length}.lawName`]));
    expect(saved.body.findings.find(({ path }: { path: string }) => path.startsWith('faqs')).message).toContain('“要多久？”没有填写回答');
    expect((await office().act(office().editor, saved.body, 'submit')).body.code).toBe('catalog.not-ready');
    const read = (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}`)).body;
    expect(read).toMatchObject({ savedByName: office().editor.name, savedAt: saved.body.savedAt });
  });

  /** A form uploaded by a clerk; gives its id. */
  async function upload(who = office().editor): Promise<string> {
    const payload = '--x\r\ncontent-disposition: form-data; name="file"; filename="表.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n\r\n--x--\r\n';
    const answer = await office().server.app.inject({ method: 'POST', url: '/api/v1/files', payload, headers: { ...who.headers, 'content-type': 'multipart/form-data; boundary=x' } });
    return answer.json<{ id: string }>().id;
  }

  it('空白表格和样本随指南公开；不能引用别人的文件', async () => {
    const { server, editor, reviewer } = office();
    const elements = office().elements();
    const withForm = (blankFormFileId: string): Elements => ({ ...elements, materials: elements.materials.map((one, index) => (index === 0 ? { ...one, blankFormFileId } : one)) });
    const draft = (await office().create(elements)).body;
    const fileId = await upload();
    expect((await office().save(draft, withForm(await upload(reviewer)))).body.code).toBe('files.not-yours');
    const saved = (await office().save(draft, withForm(fileId))).body;
    expect((await office().call(editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}/files`)).body.files).toMatchObject([{ id: fileId, name: '表.pdf' }]);
    const get = (url: string) => server.app.inject({ method: 'GET', url });
    expect((await get(`/api/v1/item-versions/${draft.versionId}/files/${fileId}`)).statusCode).toBe(404);
    const published = await office().publish(saved);
    const guideFile = await get(`/api/v1/item-versions/${published.versionId}/files/${fileId}`);
    expect([guideFile.statusCode, guideFile.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await get(`/api/v1/item-versions/${published.versionId}/files/${createId()}`)).statusCode).toBe(404);
    expect((await office().call(office().other, 'GET', `/api/v1/catalog/versions/${draft.versionId}/files`)).status).toBe(404);
  });

  it('受理条件要点的样本只给审查人员，指南不公开；不能引用别人的文件 (DEC-01)', async () => {
    const { server, editor, reviewer } = office();
    const elements = office().elements();
    const [condition = ''] = elements.conditions;
    const withSample = (sampleFileId: string): Elements => ({ ...elements, conditionPoints: [{ key: 'register', stage: 'review', condition, text: '查询登记信息，与申请表一致。', sampleFileId }] });
    const draft = (await office().create(elements)).body;
    const fileId = await upload();
    expect((await office().save(draft, withSample(await upload(reviewer)))).body.code).toBe('files.not-yours');
    const { versionId } = await office().publish((await office().save(draft, withSample(fileId))).body);
    const status = async (url: string, headers = {}) => (await server.app.inject({ method: 'GET', url: `/api/v1/item-versions/${versionId}/${url}/${fileId}`, headers })).statusCode;
    expect([await status('files'), await status('point-samples'), await status('point-samples', editor.headers)]).toEqual([404, 401, 200]);
  });
});
