import type { Kernel } from '../server/src/kernel/context.ts';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { commit } from '../server/src/kernel/commit.ts';
import { systemContext } from '../server/src/kernel/context.ts';
import { createId, WriteBatch } from '../server/src/kernel/db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { publishDefinition } from '../server/src/kernel/workflow/index.ts';
import { createItem, publishVersion, reviewVersion, submitVersion } from '../server/src/modules/catalog/index.ts';
import { addLicenceType } from '../server/src/modules/licences/index.ts';
import { makeSeal } from '../server/src/modules/seals/index.ts';
import { demoDepartments, readProcessXml, seedItems, seedLicenceTypes, seedProcesses, toItemElements, type SeedItem } from '../server/src/seed/content/index.ts';

/** A session of the platform, as a client holds it. */
export interface SignedIn {
  readonly id: string;
  readonly token: string;
}

/** The small city that everything is measured in: the departments, officers and applicants of one permit. */
export interface World {
  readonly item: SeedItem;
  readonly itemId: string;
  /** Applicants, one for each connection. */
  readonly persons: readonly SignedIn[];
  /** Officers by what they do. */
  readonly clerks: readonly SignedIn[];
  readonly leadReviewers: readonly SignedIn[];
  readonly jointReviewers: readonly SignedIn[];
  readonly checkers: readonly SignedIn[];
  readonly deciders: readonly SignedIn[];
}

const itemKey = 'road-excavation';

async function publishProcesses(kernel: Kernel): Promise<void> {
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  for (const process of seedProcesses) {
    const batch = new WriteBatch();
    await publishDefinition(ctx, batch, { key: process.key, xml: await readProcessXml(process) });
    await commit(ctx, batch);
  }
}

/** What the decision of a case leads to: licence types, and a seal of the deciding department. */
async function prepareLicences(kernel: Kernel, organizationId: string, organizationName: string): Promise<void> {
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  for (const { issuer: _issuer, ...type } of seedLicenceTypes) await addLicenceType(ctx, { ...type, face: type.face.map((line) => ({ ...line })) });
  await makeSeal(ctx, { organizationId, organizationName, kind: 'special', purpose: '行政审批专用章', registrationNumber: '5116020000001' });
}

async function publishItem(kernel: Kernel, item: SeedItem, organizations: ReadonlyMap<string, string>): Promise<string> {
  const editor = systemContext(kernel, systemActor('bench-editor'), createId());
  const reviewer = systemContext(kernel, systemActor('bench-reviewer'), createId());
  const draft = await createItem(editor, toItemElements(item, (name) => organizations.get(name) ?? ''));
  const submitted = await submitVersion(editor, draft.versionId, draft.revision);
  const approved = await reviewVersion(reviewer, draft.versionId, { revision: submitted.revision, decision: 'approve', opinion: '同意发布。' });
  await publishVersion(reviewer, draft.versionId, approved.revision);
  return draft.itemId;
}

const tokenOf = ({ id, headers }: { id: string; headers: { authorization: string } }): SignedIn => ({ id, token: headers.authorization.slice(7) });

/** Signs in so many officers of a post. */
export async function hire(kernel: Kernel, count: number, organizationId: string | undefined, post: string, role: 'window-clerk' | 'reviewer' | 'decider'): Promise<SignedIn[]> {
  if (organizationId === undefined) throw new Error('a department of the measured item is missing');
  const hired: SignedIn[] = [];
  for (let index = 0; index < count; index += 1) {
    hired.push(tokenOf(await signInTestStaff(kernel, { organizationId, posts: [post], roles: [{ code: role, scope: { kind: 'own' } }] })));
  }
  return hired;
}

/** Fills an empty database: departments, officers, processes, the item with two departments in parallel, and `persons` applicants. */
export async function buildWorld(kernel: Kernel, persons: number): Promise<World> {
  const item = seedItems.find(({ key }) => key === itemKey);
  if (!item) throw new Error(`the measured item ${itemKey} is missing`);
  const organizations = new Map<string, string>();
  for (const { shortName, name, code } of demoDepartments) {
    const { id } = await addTestOrganization(kernel, { name });
    await kernel.db.pool.query('UPDATE organization.organization SET code = $2 WHERE id = $1', [id, code]);
    organizations.set(shortName, id);
  }
  await publishProcesses(kernel);
  const itemId = await publishItem(kernel, item, organizations);
  const [lead, joint] = [organizations.get('区住建局'), organizations.get('区公安分局')];
  await prepareLicences(kernel, lead ?? '', '区住建局');
  const applicants: SignedIn[] = [];
  for (let index = 0; index < persons; index += 1) applicants.push(tokenOf(await signInTestPerson(kernel)));
  return {
    item, itemId, persons: applicants,
    clerks: await hire(kernel, 4, lead, 'window', 'window-clerk'),
    leadReviewers: await hire(kernel, 4, lead, 'preliminary-review', 'reviewer'),
    jointReviewers: await hire(kernel, 4, joint, 'preliminary-review', 'reviewer'),
    checkers: await hire(kernel, 1, lead, 'review', 'reviewer'),
    deciders: await hire(kernel, 1, lead, 'decision', 'decider'),
  };
}
