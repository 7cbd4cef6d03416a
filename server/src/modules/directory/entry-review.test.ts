import { useTestServer } from '@tongban/testkit';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { openDirectoryScene } from './testing/directory-scene.ts';
import { entryElements } from './testing/entry-elements.ts';

const server = useTestServer({ now: '2026-11-28T10:00:00+08:00' });

describe('CAT-03 基本目录审核', () => {
  it('审核流程可配置：只改公共要素的走公共要素审核；按流程两级审核，前一级通过后仍在审核中', async () => {
    const scene = await openDirectoryScene(server());
    const review = ({ versionId, revision }: { versionId: string; revision: number }, who: TestAccount) =>
      scene.call(who, 'POST', `/directory/versions/${versionId}/review`, { revision, decision: 'approve', opinion: '同意。' });
    const elements = entryElements();
    const { entryId } = await scene.putInForce(elements);
    const office = await addTestOrganization(server().kernel, { name: '区审批局' });
    const keeper = (name: string) => signInTestStaff(server().kernel, { name, organizationId: office.id, posts: ['item-management'], roles: ['item-administrator'] });
    const [submitter, first, second] = [await keeper('报送人'), await keeper('初审人'), await keeper('复审人')];
    await seedReviewProcesses(systemContext(server().kernel, systemActor('test'), 'test'));
    const draft = (await scene.call(submitter, 'POST', `/directory/entries/${entryId}/versions`, {})).body;
    const edited = (await scene.call(submitter, 'PUT', `/directory/versions/${draft.versionId}`, { revision: 1, elements: { ...elements, publicElements: { charged: false } } })).body;
    const sent = (await scene.call(submitter, 'POST', `/directory/versions/${edited.versionId}/submit`, { revision: edited.revision })).body;
    expect((await scene.call(first, 'GET', `/directory/entries/${entryId}`)).body.review).toMatchObject({ kind: 'public-elements', mine: true, tasks: [{ name: '初审' }] });
    expect((await review(sent, scene.reviewer)).body).toMatchObject({ code: 'reviews.not-your-turn' });
    const passed = (await review(sent, first)).body;
    expect(passed).toMatchObject({ state: 'in-review' });
    expect((await review(passed, second)).body).toMatchObject({ state: 'in-force' });
    expect((await scene.call(first, 'GET', `/directory/entries/${entryId}`)).body.review.steps.map(({ name, actorName }: Record<string, string>) => [name, actorName])).toEqual([['初审', '初审人'], ['复审', '复审人']]);
  });
});
