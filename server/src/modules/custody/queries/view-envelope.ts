import type { ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { listEnvelopesOf, mayAddPaper } from '../actions/open-envelope.ts';
import { legLabels, type EnvelopeView, type getEnvelopeOfCase, type Leg } from '../contract.ts';
import { fail } from '../errors.ts';
import { readCode } from '../codes.ts';
import { presentWithMaterials, readWords } from '../present.ts';
import { batchesOf, envelopesOf, getEnvelopeRecord, readMaterialsByEnvelope, type EnvelopeRecord } from '../record.ts';
import type { CustodyTables } from '../tables.ts';

const labels: Readonly<Record<string, string>> = {
  'open': '收到纸质材料，待递交', 'open-further': '补收纸质材料，待递交', 'add': '补收纸质材料', 'put-in': '装入批次', 'take-out': '取出批次', 'hand-over': '递交', 'call-back': '收回', 'sign': '签收', 'refuse': '退回', 'cancel': '办件已终止，不再递交',
};

const wordOf = (action: string, leg: Leg): string => (action === 'put-in' || action === 'hand-over' ? `${labels[action] ?? action}（${legLabels[leg]}）` : labels[action] ?? action);

/** One envelope with everything that was done with it. @throws custody.envelope-not-found */
export async function viewEnvelope(ctx: Context, id: string): Promise<EnvelopeView> {
  return present(ctx, await getEnvelopeRecord(ctx, id));
}

/** The paper of a case: the envelope opened with acceptance, null where none was, and further ones. @throws cases.not-found */
export async function viewEnvelopeOfCase(ctx: Context, caseId: string): Promise<ResponseOf<typeof getEnvelopeOfCase>> {
  const record = await getCaseRecord(ctx, caseId);
  // Who may see the case may know where its paper is.
  const shown = await Promise.all((await listEnvelopesOf(ctx, caseId)).map(async (row) => ({ further: row.further, view: await present(ctx, row) })));
  return { envelope: shown.find(({ further }) => !further)?.view ?? null, further: shown.filter(({ further }) => further).map(({ view }) => view), mayAdd: await mayAddPaper(ctx, record) };
}

async function present(ctx: Context, row: EnvelopeRecord): Promise<EnvelopeView> {
  const [materials, words, steps] = await Promise.all([
    readMaterialsByEnvelope(ctx, [row.id]), readWords(ctx, [row]),
    tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.step').selectAll().where('envelopeId', '=', row.id).orderBy('id').execute(),
  ]);
  return {
    ...presentWithMaterials(ctx, row, materials.get(row.id) ?? [], words),
    origin: { id: row.originId, name: row.originName }, receiver: { id: row.receiverId, name: row.receiverName },
    steps: steps.map(({ action, leg, actorName, organizationName, at, text, batchNumber }) => ({ label: wordOf(action, leg), by: actorName, organizationName, at: at.toISOString(), text, batchNumber })),
  };
}

/** What a scanned or typed code stands for: a batch, or an envelope with the batch it is in; the number of a case finds its envelope, of several the one under way. @throws custody.code-mistyped, custody.code-unknown */
export async function resolveCode(ctx: Context, typed: string): Promise<{ batchId: string | null; envelopeId: string | null }> {
  const { code, kind, mistyped } = readCode(typed);
  if (mistyped) throw fail('custody.code-mistyped', { code });
  if (kind === 'batch') {
    const found = await batchesOf(ctx).where('b.number', '=', code).executeTakeFirst();
    if (!found) throw fail('custody.code-unknown', { code });
    return { batchId: found.id, envelopeId: null };
  }
  const row = await envelopesOf(ctx).where(sql<boolean>`(e.code = ${code} OR e.case_number = ${code})`).orderBy(sql`e.state IN ('pending', 'batched', 'in-transit')`, 'desc').orderBy('e.id', 'desc').executeTakeFirst();
  if (!row) throw fail('custody.code-unknown', { code });
  return { batchId: row.state === 'batched' || row.state === 'in-transit' ? row.batchId : null, envelopeId: row.id };
}
