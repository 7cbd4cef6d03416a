import { systemActor } from '../../../kernel/access/index.ts';
import { commit } from '../../../kernel/commit.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId, WriteBatch } from '../../../kernel/db/index.ts';
import { signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import { closeOrganization } from '../../../kernel/organization/contract.ts';
import { addOrganization } from '../../../kernel/organization/index.ts';
import type { RuleSetContent, RuleTestCase } from '../../../kernel/rules/contract.ts';
import { createRuleSet, publishVersion } from '../../../kernel/rules/index.ts';
import { visit } from '../../../testing/http-client.ts';
import type { Signed, TestCity } from '../../../testing/test-city.ts';
import { listDispatchRecords, type DispatchKind, type DispatchRecord } from '../contract.ts';
import { dispatchContent, inputOf } from '../index.ts';

type Rows = Extract<RuleSetContent['decisions'][number]['logic'], { kind: 'table' }>['rules'];

/** Rows over one input, each `[cell, outputs]`. */
export function rulesOver(kind: DispatchKind, input: string, rows: readonly (readonly [string, readonly string[]])[]): RuleSetContent {
  const rules: Rows = rows.map(([cell, outputs], index) => ({ id: `r${index + 1}`, inputs: [cell], outputs: [...outputs], annotation: `第 ${index + 1} 条` }));
  return dispatchContent(kind, [inputOf(input)], [{ id: 'c1', expression: input }], rules);
}

/** Publishes rules for everybody as two people would; the relay tells the platform of it. */
export async function publishRules(city: TestCity, code: string, content: RuleSetContent, testCase: Omit<RuleTestCase, 'id' | 'name'>): Promise<{ ruleSetId: string; versionId: string }> {
  const ctx = systemContext(city.server.kernel, systemActor('test-editor', '编制人'), createId());
  const draft = await createRuleSet(ctx, {
    code, name: code, description: '', legalBasis: '', content, testCases: [{ id: 't1', name: '示例', ...testCase }],
  }, { organizationPath: '', regionCode: '' });
  await publishVersion(systemContext(city.server.kernel, systemActor('test-publisher', '发布人'), createId()), draft.id, draft.revision);
  await city.server.relay.drain();
  return { ruleSetId: draft.ruleSetId, versionId: draft.id };
}

/** A department that has been closed since. */
export async function addClosedDepartment(city: TestCity, name: string): Promise<void> {
  const ctx = city.system();
  const batch = new WriteBatch();
  const { id } = addOrganization(ctx, batch, { parent: null, name, kind: 'department', regionCode: '511602', validFrom: '2020-01-01' });
  await commit(ctx, batch);
  const administrator = await signInTestStaff(city.server.kernel, { organizationId: city.organizationId('区行政审批局'), posts: ['system-administration'], roles: [{ code: 'system-administrator', scope: { kind: 'all' } }] });
  const http = visit(city.origin, administrator.headers.authorization.slice('Bearer '.length));
  await http.call(closeOrganization, { params: { organizationId: id }, body: { validTo: '2026-11-01' } });
}

/** A supervisor whose reach is the whole district. */
export async function addSupervisor(city: TestCity): Promise<Signed> {
  const account = await signInTestStaff(city.server.kernel, { organizationId: city.organizationId('区行政审批局'), posts: ['supervision'], roles: [{ code: 'supervisor', scope: { kind: 'all' } }] });
  return { ...account, http: visit(city.origin, account.headers.authorization.slice('Bearer '.length)) };
}

/** What the monitor shows of a case, the oldest first. */
export async function recordsOf(watcher: Signed, number: string): Promise<DispatchRecord[]> {
  return (await watcher.http.call(listDispatchRecords, { query: { q: number, limit: 50 } })).items.toReversed();
}
