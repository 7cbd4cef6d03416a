import { createId, type Database } from '../../kernel/db/index.ts';
import { DEFAULT_TEMPLATES } from '../../kernel/documents/index.ts';
import { listMessageKinds } from '../../kernel/messaging/index.ts';
import type { TemplateContent } from './contract.ts';

/** Who wrote the templates that the platform brings. */
export const platformAuthor = { id: 'platform', name: '平台' } as const;

/** The wordings of messages are what is published, whatever a restored copy or a hand in the database left there. */
const putAllInForce = `
  WITH wanted AS (
    SELECT t.id, v.id AS version_id, v.number AS version_number, t.kind AS key, t.item_id, t.applicant_kind, t.step, v.content->>'title' AS title, v.content->>'body' AS body, v.content->>'sms' AS sms
    FROM templates.template t JOIN templates.version v ON v.template_id = t.id AND v.state = 'published'
    WHERE t.family = 'message' AND EXISTS (SELECT FROM messaging.template m WHERE m.key = t.kind)
  ), dropped AS (
    DELETE FROM messaging.wording w WHERE NOT EXISTS (SELECT FROM wanted WHERE wanted.id = w.id)
  )
  SELECT messaging.put_wording(ROW(wanted.*)::messaging.wording) FROM wanted`;

/**
 * Writes the platform's own templates as versions in force: the first of each kind, and a further one when a new version of
 * the platform words it differently; messages as well as documents. What a city has published itself stays in force.
 */
export async function syncTemplates(db: Database): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('templates.sync'))`);
    const messages = (await listMessageKinds(db)).map(({ key, name, own: { title, body, sms } }): TemplateContent => ({ kind: 'message', code: key, name, title, body, ...(sms === null ? {} : { sms }) }));
    const wanted = JSON.stringify([...DEFAULT_TEMPLATES, ...messages].map((content) => ({ kind: content.code, content })));
    const { rows } = await client.query<{ kind: string; content: TemplateContent; template_id: string | null; version_id: string | null; highest: number }>(
      `SELECT w.kind, w.content, t.id AS template_id, p.id AS version_id, coalesce((SELECT max(number) FROM templates.version v WHERE v.template_id = t.id), 0) AS highest
       FROM jsonb_to_recordset($1) AS w(kind text, content jsonb)
       LEFT JOIN templates.template t ON t.kind = w.kind AND t.item_id IS NULL AND t.applicant_kind IS NULL AND t.step IS NULL
       LEFT JOIN templates.version p ON p.template_id = t.id AND p.state = 'published'
       WHERE p.id IS NULL OR (p.updated_by_id = $2 AND p.content <> w.content)`, [wanted, platformAuthor.id]);
    for (const { kind, content, template_id: known, version_id: before, highest } of rows) {
      const id = known ?? createId();
      if (known === null) {
        await client.query(`INSERT INTO templates.template (id, family, kind, name, organization_path, region_code, created_at, created_by_name) VALUES ($1, $5, $2, $3, '', '', now(), $4)`, [id, kind, content.name, platformAuthor.name, content.kind === 'message' ? 'message' : 'document']);
      }
      if (before !== null) await client.query(`UPDATE templates.version SET state = 'superseded' WHERE id = $1`, [before]);
      await client.query(
        `INSERT INTO templates.version (id, template_id, number, state, note, content, updated_at, updated_by_id, updated_by_name, published_at, published_by_name, revision)
         VALUES ($1, $2, $3, 'published', $4, $5, now(), $6, $7, now(), $7, 1)`,
        [createId(), id, highest + 1, highest === 0 ? '平台自带' : '平台升级', JSON.stringify(content), platformAuthor.id, platformAuthor.name]);
    }
    await client.query(putAllInForce);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
