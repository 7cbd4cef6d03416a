import {
  createDraft, editDraft, getItemVersion, publishVersion, reviewVersion, submitVersion, type ItemElements,
} from '../../catalog/contract.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import type { Signed, TestCity } from '../../../testing/test-city.ts';
import { listFindings, listRuns, startRun, type Finding, type FindingFilter, type QualityRun } from '../contract.ts';
import { checkPending, runChecks } from '../index.ts';

type Draft = Pick<ResponseOf<typeof createDraft>, 'versionId'>;

/** What tests do again and again with items and their findings. */
export interface QualityDesk {
  /** Delivers events and checks what changed, as the background does. */
  settle(): Promise<void>;
  /** Starts a check and lets the background finish it. */
  check(who: Signed, area?: { organizationId?: string; regionCode?: string }): Promise<QualityRun>;
  /** Lets the background finish every check that waits. */
  finishRuns(who: Signed): Promise<void>;
  findings(who: Signed, filter?: FindingFilter): Promise<Finding[]>;
  /** Starts a draft of a published item with changed elements. */
  draft(editor: Signed, itemId: string, change: (elements: ItemElements) => ItemElements): Promise<Draft>;
  /** Saves an open draft again. */
  save(editor: Signed, draft: Draft, change: (elements: ItemElements) => ItemElements): Promise<void>;
  /** Takes a draft through review to publication. */
  publish(editor: Signed, reviewer: Signed, draft: Draft): Promise<void>;
}

export function qualityDesk(city: () => TestCity): QualityDesk {
  const settle = async (): Promise<void> => {
    await city().server.relay.drain();
    await checkPending(city().system());
  };
  const read = (who: Signed, versionId: string) => who.http.call(getItemVersion, { params: { versionId } });
  const save: QualityDesk['save'] = async (editor, { versionId }, change) => {
    const { revision, elements } = await read(editor, versionId);
    await editor.http.call(editDraft, { params: { versionId }, body: { revision, elements: change(elements) } });
    await settle();
  };
  return {
    settle, save,
    async check(who, area = {}) {
      const run = await who.http.call(startRun, { body: area });
      await runChecks(city().system(), run.id);
      return run;
    },
    async finishRuns(who) {
      const { items } = await who.http.call(listRuns, { query: {} });
      for (const { id } of items.filter(({ state }) => state === 'waiting')) await runChecks(city().system(), id);
    },
    async findings(who, filter = {}) {
      return (await who.http.call(listFindings, { query: { limit: 100, ...filter } })).items;
    },
    async draft(editor, itemId, change) {
      const receipt = await editor.http.call(createDraft, { params: { itemId }, body: {} });
      await save(editor, receipt, change);
      return receipt;
    },
    async publish(editor, reviewer, { versionId }) {
      const revisionOf = async (who: Signed): Promise<number> => (await read(who, versionId)).revision;
      await editor.http.call(submitVersion, { params: { versionId }, body: { revision: await revisionOf(editor) } });
      await reviewer.http.call(reviewVersion, { params: { versionId }, body: { revision: await revisionOf(reviewer), decision: 'approve', opinion: '同意' } });
      await reviewer.http.call(publishVersion, { params: { versionId }, body: { revision: await revisionOf(reviewer) } });
      await settle();
    },
  };
}
