import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { commit } from '../../kernel/commit.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId, WriteBatch } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { useItemOffice } from '../../testing/item-office.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { closeItem } from '../catalog/index.ts';

const office = useItemOffice();
/** Edits items of every department, so that items can be moved. */
let keeper: TestAccount;
let decider: TestAccount;

const system = () => systemContext(office().server.kernel, systemActor('test'), createId());

async function deciderOf({ id, path }: { id: string; path: string }): Promise<TestAccount> {
  return signInTestStaff(office().server.kernel, { organizationId: id, roles: [{ code: 'decider', scope: { kind: 'organization', organizationPath: path } }] });
}

beforeAll(async () => {
  const { server: { kernel }, organizationId, organizationPath } = office();
  keeper = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
  decider = await deciderOf({ id: organizationId, path: organizationPath });
});

interface Waiting { itemId: string; versionId: string; elements: ItemElements }
const url = ({ versionId }: { versionId: string }, step = '') => `/api/v1/catalog/versions/${versionId}/guidance-confirmation${step}`;
const read = async (at: { versionId: string }, who = keeper) => (await office().call(who, 'GET', url(at))).body;

async function ask(at: { versionId: string }): Promise<void> {
  const { status } = await office().call(office().editor, 'POST', url(at), { digest: (await read(at)).digest });
  expect(status).toBe(204);
}

/** A draft, of an item that was published before if so wished, whose guidance waits for its department. */
async function waiting(wish: { published?: boolean } = {}): Promise<Waiting> {
  const { call, create, publishNew, editor, server } = office();
  const elements = office().elements();
  let made;
  if (wish.published === true) {
    const { itemId } = await publishNew(elements);
    made = (await call(editor, 'POST', `/api/v1/catalog/items/${itemId}/versions`, {})).body;
  } else made = (await create(elements)).body;
  await seedReviewProcesses(systemContext(server.kernel, systemActor('test'), createId()));
  await ask(made);
  return { ...made, elements };
}

async function isAsked(who: TestAccount, { versionId }: Waiting): Promise<boolean> {
  const { items } = (await office().call(who, 'GET', '/api/v1/inbox?limit=100')).body;
  return items.some(({ subject }: { subject: { id: string } }) => subject.id === versionId);
}

async function causeOfEnd({ versionId }: Waiting): Promise<string[]> {
  const { rows } = await office().server.kernel.db.pool.query<{ detail: string }>(
    `SELECT detail FROM kernel.audit_entry WHERE action = 'guidance.end-confirmation' AND object_id = $1`, [versionId]);
  return rows.map(({ detail }) => JSON.parse(detail).cause);
}

describe('事项不再提供了，不再等部门确认 (GDE-01)', () => {
  it('取消事项：正在编制的版本送出的请求结束，待办收回；草稿留着，需要时可以重新送', async () => {
    const made = await waiting({ published: true });
    expect(await isAsked(decider, made)).toBe(true);
    await office().call(office().reviewer, 'POST', `/api/v1/catalog/items/${made.itemId}/retire`, { reason: '法律修改' });
    await office().server.relay.drain();
    expect([await isAsked(decider, made), await causeOfEnd(made)]).toEqual([false, ['catalog.item-retired']]);
    expect(await read(made, office().editor)).toMatchObject({ review: { state: 'cancelled' }, abilities: { request: true } });
    expect((await read(made)).history).toContainEqual(expect.objectContaining({ kind: 'ended', actorName: '系统自动', opinion: '事项已经取消。' }));
    await ask(made);
    expect(await isAsked(decider, made)).toBe(true);
  });

  it('事项终止（依据的权力收回）：请求结束，待办收回，不能再送', async () => {
    const made = await waiting();
    const batch = new WriteBatch();
    await closeItem(system(), batch, made.itemId, '下放已收回');
    await commit(system(), batch);
    await office().server.relay.drain();
    expect([await isAsked(decider, made), await causeOfEnd(made)]).toEqual([false, ['catalog.version-given-up']]);
    expect(await read(made, office().editor)).toMatchObject({ review: { state: 'cancelled' }, abilities: { request: false, decide: false } });
    expect((await read(made)).history).toContainEqual(expect.objectContaining({ kind: 'ended', opinion: '这个版本不再编制。' }));
  });
});

describe('事项移交时正等部门确认，改由接手的部门确认 (GDE-01, CAT-02)', () => {
  const move = async ({ itemId }: Waiting, organizationId: string) => {
    const answer = await office().call(keeper, 'POST', `/api/v1/catalog/items/${itemId}/move`, { organizationId, reason: '机构改革' });
    await office().server.relay.drain();
    return answer;
  };

  it('待办到接手部门的人手里，原部门的收回；谁何时送的不变，由接手部门确认', async () => {
    const successor = await addTestOrganization(office().server.kernel, { name: '区城管局' });
    const taker = await deciderOf(successor);
    const made = await waiting();
    const { review: before } = await read(made);
    expect((await move(made, successor.id)).status).toBe(200);
    expect([await isAsked(decider, made), await isAsked(taker, made)]).toEqual([false, true]);
    const { review, digest, abilities } = await read(made, taker);
    expect(review).toMatchObject({ id: before.id, state: 'open', submittedByName: office().editor.name, startedAt: before.startedAt, mine: true });
    expect([review.tasks.length, abilities.decide]).toEqual([1, true]);
    const decide = (who: TestAccount) => office().call(who, 'POST', url(made, '/decision'), { digest, decision: 'approve', opinion: '与本部门办理要求一致。' });
    expect((await decide(decider)).status).toBe(404);
    expect((await decide(taker)).status).toBe(204);
    expect(await read(made, taker)).toMatchObject({ confirmed: { byName: taker.name, organizationName: '区城管局' } });
  });

  it('接手部门还没有人能确认：请求不丢，仍然开着，有权的人到了就能确认', async () => {
    const successor = await addTestOrganization(office().server.kernel, { name: '新设的局' });
    const made = await waiting();
    await move(made, successor.id);
    expect(await isAsked(decider, made)).toBe(false);
    expect((await read(made)).review).toMatchObject({ state: 'open', tasks: [], submittedByName: office().editor.name });
    const taker = await deciderOf(successor);
    const { digest, abilities } = await read(made, taker);
    expect(abilities.decide).toBe(true);
    expect((await office().call(taker, 'POST', url(made, '/decision'), { digest, decision: 'return', opinion: '请补充网店的情形。' })).status).toBe(204);
    expect((await read(made)).review).toMatchObject({ state: 'returned' });
  });
});
