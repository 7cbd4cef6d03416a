import { dateInWords } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, type WriteBatch } from '../../kernel/db/index.ts';
import { sendMessage, sendToStaff } from '../../kernel/messaging/index.ts';
import type { BatchRecord, EnvelopeRecord } from './record.ts';
import type { CustodyTables } from './tables.ts';

const mostTold = 20;

/** Officers who may sign for what goes to an organisation: those whom the rules name, else those who work there. */
export async function listSigners({ kernel }: Pick<Context, 'kernel'>, { path = '/', ids, posts, q = '', most = mostTold }: {
  path?: string; ids?: readonly string[]; posts?: readonly string[]; q?: string; most?: number;
}): Promise<{ id: string; name: string; organizationName: string }[]> {
  const like = (value: string): string => value.replace(/[\\%_]/g, '\\$&');
  const { rows } = await kernel.db.pool.query<{ id: string; name: string; organization_name: string }>(`
    SELECT DISTINCT st.name, st.id, o.name AS organization_name
    FROM access.role r JOIN access.role_assignment ra ON ra.role_code = r.code AND ra.ended_at IS NULL
    JOIN organization.staff st ON st.id = ra.staff_id AND st.valid_to IS NULL
    JOIN organization.organization o ON o.id = st.organization_id AND o.valid_to IS NULL
    WHERE r.permissions @> ARRAY['custody.envelope.sign'] AND (st.name LIKE $4 OR o.name LIKE $4) AND (st.id = ANY($2::uuid[]) OR (o.path LIKE $1
      AND ($3::text[] IS NULL OR EXISTS (SELECT FROM organization.staff_post p WHERE p.staff_id = st.id AND p.valid_to IS NULL AND p.post_code = ANY($3)))))
    ORDER BY st.name, st.id LIMIT $5`, [`${like(path)}%`, ids ?? [], posts ?? null, `%${like(q.trim())}%`, most]);
  return rows.map((row) => ({ id: row.id, name: row.name, organizationName: row.organization_name }));
}

/** Tells those who may sign that a batch has been handed over. */
export async function tellSigners(ctx: Context, batch: WriteBatch, row: BatchRecord, envelopes: readonly EnvelopeRecord[], dueOn: string): Promise<void> {
  const rules = row.leg !== 'forward' || envelopes.length === 0 ? [] : await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.rule').select(['postCodes', 'signerIds']).where('id', 'in', envelopes.map(({ ruleId }) => ruleId)).execute();
  const named = rules.length > 0 && rules.every(({ postCodes, signerIds }) => postCodes.length + signerIds.length > 0);
  const told = await listSigners(ctx, { path: row.toPath, ...(named ? { posts: rules.flatMap(({ postCodes }) => postCodes), ids: rules.flatMap(({ signerIds }) => signerIds) } : {}) });
  await sendToStaff(ctx, batch, told.map(({ id }) => id).filter((id) => id !== ctx.actor.id), {
    templateKey: 'custody.handed-over', dedupeKey: `handed-over:${row.id}:${row.version}`,
    variables: { batchId: row.id, batchNumber: row.number, sender: row.fromName, envelopeCount: String(envelopes.length), dueOn: dateInWords(dueOn) },
  });
}

/** Tells whoever handed an envelope over that it was refused, or signed for with something missing. */
export async function tellSender(ctx: Context, batch: WriteBatch, row: EnvelopeRecord, word: { flaws: string } | { reason: string }): Promise<void> {
  const refused = 'reason' in word;
  if (row.handedOverById === null || (!refused && word.flaws === '')) return;
  const common = { envelopeId: row.id, envelopeCode: row.code, number: row.caseNumber, signer: `${row.destinationName}${ctx.actor.name}` };
  const shorten = (text: string): string => [...text].slice(0, 180).join('');
  await sendMessage(ctx, batch, {
    templateKey: refused ? 'custody.refused' : 'custody.flawed', recipient: { kind: 'staff', id: row.handedOverById }, dedupeKey: `${refused ? 'refused' : 'flawed'}:${row.id}:${row.version}`,
    variables: refused ? { ...common, reason: shorten(word.reason) } : { ...common, flaws: shorten(word.flaws) },
  });
}
