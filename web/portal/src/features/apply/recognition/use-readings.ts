import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { acknowledgeQuestions, checkDraftFiles, downloadDraftPage, getDraftReadings, switchDraftCheck, type Readings } from '@tongban/server/src/modules/recognition/contract.ts';
import { api, plainApi } from '../../../shared/api.ts';
import type { DraftHandle } from '../draft/useDraft.ts';

/** Between two looks at what is still being read, in ms; less often after the first minute. */
const soon = 1_500;
const later = 6_000;
const patience = 60_000;

const isRunning = ({ files }: Readings): boolean => files.some(({ state }) => state === 'waiting' || state === 'reading');

/** What was found on the materials of a draft: new files are sent to be read, and looked after until they are. */
export function useReadings(draft: Draft, handle: DraftHandle) {
  const client = useQueryClient();
  const asked = useRef<{ files: string; at: number }>({ files: '', at: 0 });
  const files = handle.content.materials.flatMap(({ fileIds }) => fileIds).sort().join(',');
  const key = ['recognition.draft-readings', draft.id, files];
  const params = { draftId: draft.id };
  const query = useQuery({
    queryKey: key, enabled: files !== '', gcTime: 0, staleTime: 0,
    // What was found of the other files stays in sight while one more is added.
    placeholderData: (before: Readings | undefined) => before,
    queryFn: async () => {
      if (asked.current.files === files) return api.call(getDraftReadings, { params });
      await handle.flush();
      const readings = await api.call(checkDraftFiles, { params });
      asked.current = { files, at: Date.now() };
      return readings;
    },
    refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? (Date.now() - asked.current.at < patience ? soon : later) : false),
  });
  const take = (readings: Readings): void => { client.setQueryData(key, readings); };
  const goOn = useMutation({ mutationFn: (questionIds: string[]) => api.call(acknowledgeQuestions, { params, body: { questionIds } }), onSuccess: take });
  const turn = useMutation({ mutationFn: (checking: boolean) => api.call(switchDraftCheck, { params, body: { checking } }), onSuccess: take });
  return {
    // Advice that cannot be had holds nobody up.
    readings: files === '' ? undefined : query.data,
    busy: goOn.isPending || turn.isPending,
    goOn: (questionIds: string[]) => goOn.mutate(questionIds),
    turn: (checking: boolean) => turn.mutate(checking),
    pageUrl: (fileId: string, page: number) => plainApi.url(downloadDraftPage, { params: { draftId: draft.id, fileId, page } }),
  };
}

export type ReadingsHandle = ReturnType<typeof useReadings>;
