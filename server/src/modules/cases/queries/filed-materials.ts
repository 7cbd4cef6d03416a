import type { Page } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, findRow, pageOf, readRows } from '../../../kernel/db/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseFile } from '../tables.ts';

interface Applicant { kind: 'person' | 'company'; id: string }

/** The files that an applicant gave in one case, by material; of each material those of its latest round. */
export interface FiledMaterials {
  caseId: string;
  number: string;
  itemName: string;
  itemVersionId: string;
  submittedAt: Date;
  materials: { key: string; name: string; files: CaseFile[] }[];
}

const latest = `SELECT DISTINCT ON (m.key) m.id, m.key, m.name, m.files FROM cases.material m WHERE m.case_id = c.id ORDER BY m.key, m.round DESC`;
const listText = `
SELECT c.id AS case_id, c.number, c.item_name, c.item_version_id, c.submitted_at,
  (SELECT json_agg(json_build_object('key', l.key, 'name', l.name, 'files', l.files) ORDER BY l.id) FROM (${latest}) l WHERE jsonb_array_length(l.files) > 0) AS materials
FROM cases."case" c
WHERE c.applicant_kind = $1 AND c.applicant_id = $2 AND EXISTS (SELECT FROM (${latest}) l WHERE jsonb_array_length(l.files) > 0)
  AND ($3::timestamptz IS NULL OR (c.submitted_at, c.id) < ($3::timestamptz, $4::uuid))
ORDER BY c.submitted_at DESC, c.id DESC LIMIT $5`;

/** Files that the applicant gave in earlier cases, newest case first. Skips access control: the caller acts for the applicant (INT-09). */
export async function unsafeListFiledMaterials(ctx: Context, applicant: Applicant, { limit = 20, cursor }: { limit?: number; cursor?: string }): Promise<Page<FiledMaterials>> {
  const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, 2);
  const rows = await readRows<FiledMaterials>(ctx.kernel.db, listText, [applicant.kind, applicant.id, at === null ? null : cursorInstant(at), id === null ? null : cursorId(id), limit + 1]);
  return pageOf(rows, limit, (row) => [row.submittedAt.toISOString(), row.caseId], (row) => row);
}

/** One file of an earlier case, and which standard material it was given as. */
export interface FiledFile {
  caseId: string;
  caseNumber: string;
  itemName: string;
  itemVersionId: string;
  materialKey: string;
  materialName: string;
  standardCode: string | null;
  file: CaseFile;
}

const fileText = `
SELECT c.id AS case_id, c.number AS case_number, c.item_name, c.item_version_id, l.key AS material_key, l.name AS material_name,
  (SELECT f FROM jsonb_array_elements(l.files) f WHERE f ->> 'id' = $4 LIMIT 1) AS file
FROM cases."case" c, LATERAL (${latest}) l
WHERE c.applicant_kind = $1 AND c.applicant_id = $2 AND c.id = $3 AND l.files @> jsonb_build_array(jsonb_build_object('id', $4::text))`;

/** A file that the applicant gave in one of their cases; undefined for any other. */
export async function findFiledFile(ctx: Context, applicant: Applicant, { caseId, fileId }: { caseId: string; fileId: string }): Promise<FiledFile | undefined> {
  const row = await findRow<Omit<FiledFile, 'standardCode'>>(ctx.kernel.db, fileText, [applicant.kind, applicant.id, caseId, fileId]);
  if (!row) return undefined;
  const { elements } = await getPinnedVersion(ctx, row.itemVersionId);
  return { ...row, standardCode: elements.materials.find(({ key }) => key === row.materialKey)?.standardCode ?? null };
}
