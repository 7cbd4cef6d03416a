import { useEffect, useState, useSyncExternalStore } from 'react';
import { getDraft, saveDraft, type Draft, type MaterialEntry } from '@tongban/server/src/modules/intake/contract.ts';
import { api, plainApi } from '../../../shared/api.ts';
import type { ShownFile } from '../../../shared/files/FileUploads.tsx';
import { dropOfflineCopy } from '../../../shared/offline-copy.ts';
import { parametersOf, validateForm } from '@tongban/form-model';
import { definitionOf } from '../../../shared/form/definition.ts';
import { today } from '../../../shared/today.ts';
import { dropBackup, findBackup, judgeBackup, keepBackup, type DraftContent, type SameContent } from './draft-backup.ts';
import { DraftSaver } from './DraftSaver.ts';

/** The content of a draft as the server has it. */
export function contentOf(draft: Draft): DraftContent {
  return {
    answers: draft.answers,
    materials: draft.materials.map((slot) => ({
      key: slot.material.key, fileIds: slot.files.map((file) => file.id), licenceId: slot.licenceId, licenceConsent: slot.licenceConsent,
    })),
    files: Object.fromEntries(draft.materials.flatMap((slot) => slot.files.map(({ id, name, size }) => [id, { id, name, size }]))),
  };
}

/** Compares contents as the server would store them. */
function comparison(draft: Draft): SameContent {
  const definition = definitionOf(draft.formDefinition);
  const parameters = parametersOf(draft.guidance);
  const stored = ({ answers, materials }: DraftContent) => JSON.stringify([
    Object.entries(validateForm(definition, answers, { mode: 'draft', today: today(), parameters }).value).sort(([one], [other]) => one.localeCompare(other)),
    materials.filter((entry) => entry.fileIds.length > 0 || entry.licenceId).map((entry) => [entry.key, entry.fileIds, entry.licenceId ?? null]).sort(),
  ]);
  return (one, other) => stored(one) === stored(other);
}

function startSaver(draft: Draft, accountId: string): { saver: DraftSaver; restored: boolean } {
  const same = comparison(draft);
  const backup = findBackup(localStorage, accountId, draft.id);
  const verdict = judgeBackup(backup, { revision: draft.revision, content: contentOf(draft) }, same);
  const content = verdict === 'none' || !backup ? contentOf(draft) : backup.content;
  const saver = new DraftSaver({
    content,
    // A copy built on an older version meets the conflict when it is saved, and its owner decides there.
    revision: verdict === 'ask' && backup ? backup.revision : draft.revision,
    savedAt: draft.updatedAt,
    pending: verdict !== 'none',
    // A save that was on its way when the page was left may still arrive: then the conflict that follows is with oneself.
    unanswered: verdict === 'none' || !backup ? [] : backup.unanswered,
    save: (next, revision) => api.call(saveDraft, { params: { draftId: draft.id }, body: { revision, answers: { ...next.answers }, materials: [...next.materials] } }),
    keep: (next) => keepBackup(localStorage, accountId, draft.id, next),
    recognise: async (unanswered) => {
      const server = await plainApi.call(getDraft, { params: { draftId: draft.id } });
      return unanswered.some((sent) => same(sent, contentOf(server))) ? server.revision : undefined;
    },
    delay: 1500,
    retryDelay: 8000,
  });
  return { saver, restored: verdict === 'restore' };
}

/** A draft being filled in: its content, where that is safe, and what to do about a conflict. */
export function useDraft(draft: Draft, accountId: string) {
  const [{ saver, restored }] = useState(() => startSaver(draft, accountId));
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => {
    const now = () => void saver.flush();
    window.addEventListener('online', now);
    saver.start();
    return () => {
      window.removeEventListener('online', now);
      now();
    };
  }, [saver]);
  return {
    ...snapshot,
    restored,
    change: (change: Partial<DraftContent>) => saver.change(change),
    /** Changes the entry of one material, building on what it is by now. */
    changeMaterial(key: string, change: (entry: MaterialEntry) => MaterialEntry, file?: ShownFile) {
      const { materials, files } = saver.snapshot().content;
      const known = materials.some((entry) => entry.key === key) ? materials : [...materials, { key, fileIds: [] }];
      saver.change({
        materials: known.map((entry) => (entry.key === key ? change(entry) : entry)),
        ...(file ? { files: { ...files, [file.id]: file } } : {}),
      });
    },
    flush: () => saver.flush(),
    /** Has the server fill answers in. */
    exchange: (ask: Parameters<DraftSaver['exchange']>[0]) => saver.exchange(ask),
    /** Content and revision as they are by now. */
    read: () => saver.snapshot(),
    async keepMine() {
      await saver.resolve((await plainApi.call(getDraft, { params: { draftId: draft.id } })).revision);
    },
    async takeTheirs() {
      const theirs = await plainApi.call(getDraft, { params: { draftId: draft.id } });
      await saver.resolve(theirs.revision, contentOf(theirs));
    },
    forget() {
      saver.end();
      dropBackup(localStorage, accountId, draft.id);
      dropOfflineCopy(`draft.${accountId}.${draft.id}`);
    },
  };
}

export type DraftHandle = ReturnType<typeof useDraft>;
