import type { Kernel } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';

/** Facts of a case put straight into the table, where a test is not about how it got there. */
export interface TestCase {
  id: string;
  number: string;
  itemId: string;
}

/** Adds a case of `applicant` with its event, by default closed just now; `agentId` filed it when given. */
export async function addTestCase(kernel: Kernel, input: {
  applicant: { id: string; name: string; kind?: 'person' | 'company' };
  organization: { id: string; name: string; path: string };
  status?: string;
  agentId?: string;
  itemId?: string;
  closedAt?: Date;
}): Promise<TestCase> {
  const [id, itemId, now] = [createId(), input.itemId ?? createId(), kernel.clock.now()];
  const [number, status] = [`511602${id.slice(-12)}`, input.status ?? 'closed'];
  const row = {
    id, number, version: 5, status, outcome: 'approved', state: {}, submission_key: id, item_id: itemId, item_version_id: createId(), item_name: '食品经营许可',
    title: '食品经营许可', guidance: {}, situation_key: 's', situation_name: '首次申请', form_key: 'f', project_type: '2', region_code: '511602000000',
    organization_id: input.organization.id, organization_name: input.organization.name, participant_paths: [input.organization.path],
    applicant_kind: input.applicant.kind ?? 'person', applicant_id: input.applicant.id, applicant_name: input.applicant.name,
    applicant_document_masked: '5116**********0000', applicant_last_four: '0000', filer_kind: input.agentId ? 'agent' : 'self', filer_id: input.agentId ?? input.applicant.id,
    filer_name: '办理人', channel: 'portal', promised_days: 5, legal_days: 20, delivery_method: 'counter', submitted_at: now,
    closed_at: status === 'closed' ? input.closedAt ?? now : null, updated_at: now,
  };
  await kernel.db.pool.query(`INSERT INTO cases."case" SELECT * FROM json_populate_record(NULL::cases."case", $1)`, [JSON.stringify(row)]);
  const data = {
    caseId: id, number, version: 5, status, outcome: 'approved', itemId, itemVersionId: row.item_version_id, itemName: row.item_name, projectType: '2',
    regionCode: row.region_code, organizationId: row.organization_id, organizationName: row.organization_name, applicantKind: row.applicant_kind,
    applicantId: row.applicant_id, applicantName: row.applicant_name, filerKind: row.filer_kind, filerId: row.filer_id, detail: {},
  };
  await kernel.db.pool.query(
    `INSERT INTO kernel.event (id, type, aggregate_type, aggregate_id, occurred_at, actor_id, trace_id, data) VALUES ($1, $2, 'case', $3, $4, 'test', 'test', $5)`,
    [createId(), status === 'closed' ? 'cases.case-closed' : 'cases.case-accepted', id, now, JSON.stringify(data)]);
  return { id, number, itemId };
}
