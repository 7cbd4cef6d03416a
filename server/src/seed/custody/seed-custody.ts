import type { Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { fictitiousCreditCode, fictitiousMobile, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { cases, getCaseRecord, listMaterialKeys } from '../../modules/cases/index.ts';
import { listReviewPoints } from '../../modules/catalog/contract.ts';
import { findPublishedItems, getPublishedItem } from '../../modules/catalog/index.ts';
import type { Batch, EnvelopeAct, Leg } from '../../modules/custody/contract.ts';
import { actOnBatch, actOnEnvelopes, custody, makeBatch, openEnvelope, saveRule, viewEnvelopeOfCase } from '../../modules/custody/index.ts';
import { acceptCase, createWindowDraft, intake, saveDraft, submitDraft } from '../../modules/intake/index.ts';
import { asStaff } from '../acting.ts';
import { seedItems, type DepartmentName } from '../content/index.ts';

type OrganizationIdOf = (department: DepartmentName) => string;

const itemKey = 'fireworks-retail';
const [clerk, signer] = ['emergency.window', 'emergency.reviewer'];
const act = (ctx: Context, accountName: string, days: number): Promise<Context> => asStaff(ctx, accountName, days, [intake, cases, custody]);

/** Shops that brought their papers to the window, and how far the papers have got; all are made up. */
const shops: readonly { name: string; owner: string; daysAgo: number; until: 'pending' | 'batched' | 'in-transit' | 'signed' | 'flawed' | 'refused' | 'returned' }[] = [
  { name: '广安区示范日杂店', owner: '何广福', daysAgo: 12, until: 'returned' }, { name: '广安区示范百货店', owner: '蒋正明', daysAgo: 8, until: 'signed' },
  { name: '广安区示范便民店', owner: '唐建华', daysAgo: 7, until: 'flawed' }, { name: '广安区示范土产店', owner: '向国芳', daysAgo: 6, until: 'pending' },
  { name: '广安区示范食杂店', owner: '米思源', daysAgo: 3, until: 'refused' }, { name: '广安区示范南货店', owner: '黎书琴', daysAgo: 2, until: 'in-transit' },
  { name: '广安区示范供销店', owner: '段云清', daysAgo: 1, until: 'in-transit' }, { name: '广安区示范小卖部', owner: '龚雪梅', daysAgo: 1, until: 'batched' },
  { name: '广安区示范副食超市', owner: '冉启明', daysAgo: 0, until: 'pending' },
];

/** Adds rules by which paper travels, and envelopes in every state, to the demonstration city, once (INT-12). */
export async function seedCustody(ctx: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  const { rows: [known] } = await ctx.kernel.db.pool.query<{ rules: number; envelopes: number }>('SELECT (SELECT count(*)::integer FROM custody.rule) AS rules, (SELECT count(*)::integer FROM custody.envelope) AS envelopes');
  const code = seedItems.find(({ key }) => key === itemKey)?.elements.localTaskCode ?? '';
  const itemId = (await findPublishedItems(ctx.kernel, [code])).get(code);
  if (itemId === undefined) return;
  if (known?.rules === 0) await addRules(ctx, organizationIdOf, itemId);
  if (known?.envelopes === 0) for (const [serial, shop] of shops.entries()) await addEnvelope(ctx, itemId, serial, shop);
}

async function addRules(ctx: Context, organizationIdOf: OrganizationIdOf, itemId: string): Promise<void> {
  const admin = await act(ctx, 'item.admin', 20);
  const common = { days: 2, signDays: 1, postCodes: [], signerIds: [] };
  await saveRule(admin, createId(), { ...common, itemId, moment: 'after-acceptance', receiverId: organizationIdOf('区应急管理局'), postCodes: ['preliminary-review', 'review'] });
  await saveRule(admin, createId(), { ...common, organizationId: organizationIdOf('区交通运输局'), moment: 'before-completion', days: 3, receiverId: organizationIdOf('区交通运输局') });
  await saveRule(admin, createId(), { ...common, organizationId: organizationIdOf('区人社局'), moment: 'none' });
}

/** A case registered and accepted at the window with every material on paper. */
async function acceptOnPaper(window: Context, itemId: string, serial: number, { name, owner }: (typeof shops)[number]): Promise<string> {
  const sample = seedItems.find(({ key }) => key === itemKey)?.forms[0]?.sampleData ?? {};
  const draft = await createWindowDraft(window, { itemId, guidance: [], applicant: {
    kind: 'company', name, documentType: '001', documentNumber: fictitiousCreditCode(600 + serial, '92'), mobile: fictitiousMobile(600 + serial),
    representative: { name: owner, documentType: '111', documentNumber: fictitiousResidentId(600 + serial, '19780506') },
  } });
  const { elements } = await getPublishedItem(window, itemId);
  const { companyName: _name, creditCode: _code, ...rest } = sample;
  const answers = { ...rest, companyName: name, creditCode: fictitiousCreditCode(600 + serial, '92'), legalRepresentative: owner };
  const { revision } = await saveDraft(window, draft.id, { revision: draft.revision, answers, materials: elements.materials.map(({ key }) => ({ key, fileIds: [], paperReceived: true })) });
  const receipt = await submitDraft(window, draft.id, { revision, declared: true });
  const { situationKey } = await getCaseRecord(window, receipt.caseId);
  const points = listReviewPoints(elements, { situationKey, materialKeys: await listMaterialKeys(window, receipt.caseId) }, 'acceptance')
    .map(({ point, ...place }) => ({ ...place, pointKey: point.key, satisfied: true }));
  await acceptCase(window, receipt.caseId, { version: 1, points });
  return receipt.caseId;
}

async function addEnvelope(ctx: Context, itemId: string, serial: number, shop: (typeof shops)[number]): Promise<void> {
  const { daysAgo, until } = shop;
  const window = await act(ctx, clerk, daysAgo);
  const caseId = await acceptOnPaper(window, itemId, serial, shop);
  await openEnvelope(window, caseId);
  if (until === 'pending') return;
  const opened = await putIn(window, caseId, 'forward');
  if (until === 'batched') return;
  const handed = await actOnBatch(window, opened.id, { action: 'hand-over', version: opened.version });
  if (until === 'in-transit') return;
  const receiver = await act(ctx, signer, Math.max(0, daysAgo - 1));
  if (until === 'refused') { await settle(receiver, handed, (one) => ({ ...all(one), outcome: 'refuse', checks: [], reason: '缺安全知识教育合格证明原件，请补齐后再递交。' })); return; }
  await settle(receiver, handed, until === 'flawed' ? (one) => ({ ...all(one), checks: one.materials.map(({ id }, place) => (place === 0 ? { materialId: id, check: 'mismatch', remark: '复印件模糊，请换一份' } : { materialId: id, check: 'complete' })) }) : all);
  if (until !== 'returned') return;
  const later = await act(ctx, signer, 2);
  const back = await putIn(later, caseId, 'back');
  const returned = await actOnBatch(later, back.id, { action: 'hand-over', version: back.version });
  await settle(await act(ctx, clerk, 1), returned, all);
}

async function putIn(ctx: Context, caseId: string, leg: Leg): Promise<Batch> {
  const { envelope } = await viewEnvelopeOfCase(ctx, caseId);
  if (!envelope) throw new Error('a case of the demonstration has no envelope');
  return makeBatch(ctx, { leg, envelopes: [{ id: envelope.id, version: envelope.version }] });
}

const all = ({ id, version, materials }: Batch['envelopes'][number]): EnvelopeAct => ({ envelopeId: id, version, outcome: 'sign', checks: materials.map((material) => ({ materialId: material.id, check: 'complete' })) });

async function settle(ctx: Context, batch: Batch, found: (envelope: Batch['envelopes'][number]) => EnvelopeAct): Promise<void> {
  await actOnEnvelopes(ctx, batch.envelopes.map(found));
}
