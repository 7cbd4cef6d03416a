import { useQuery } from '@tanstack/react-query';
import type { Problem, ResponseOf } from '@tongban/contract-kit';
import { getDraft, takeShared, type Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { useEffect, useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import type { DraftContent } from '../draft/draft-content.ts';
import type { RegistrationKeeper } from '../draft/registration-keeper.ts';

type Shared = Draft['shared'][number];
const lookAgainMs = 10_000;

/** Whether something that came by share code is still what is given for its material. */
function isGiven({ materials }: Pick<DraftContent, 'materials'>, { materialKey, licenceId, fileId }: Shared): boolean {
  const given = materials[materialKey];
  return given !== undefined && (licenceId === null ? given.files.some(({ id }) => id === fileId) : given.licenceId === licenceId);
}

/** What came into a registration by share codes, and putting in more; notices when the applicant takes it back (INT-09). */
export function useShares(draft: Draft, keeper: RegistrationKeeper) {
  const [known, setKnown] = useState<Pick<Draft, 'materials' | 'shared'>>({ materials: draft.materials, shared: draft.shared });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [ended, setEnded] = useState(false);
  const params = { draftId: draft.id };
  const given = known.shared.filter((one) => isGiven(keeper.content, one));
  const watched = useQuery({
    queryKey: [getDraft.id, draft.id, 'shared'], queryFn: () => api.call(getDraft, { params }), enabled: given.length > 0, refetchInterval: lookAgainMs, gcTime: 0, retry: false,
  }).data;

  useEffect(() => {
    if (!watched || watched.caseId !== null || keeper.state !== 'saved' || watched.revision < keeper.revision) return;
    const stands = (one: Shared) => watched.shared.some((now) => !now.ended && now.materialKey === one.materialKey && now.licenceId === one.licenceId && now.fileId === one.fileId);
    if (known.shared.filter((one) => isGiven(keeper.content, one)).every(stands)) return;
    setEnded(true);
    setKnown({ materials: watched.materials, shared: watched.shared });
    void keeper.takeIn(() => api.call(getDraft, { params: { draftId: draft.id } }).then((now) => ({ ...now, savedAt: now.updatedAt })));
  }, [watched, keeper, known, draft.id]);

  async function take(shareId: string): Promise<ResponseOf<typeof takeShared> | undefined> {
    if (busy) return undefined;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await keeper.takeIn((revision) => api.call(takeShared, { params, body: { revision, shareId } }));
      if (answer) {
        setKnown({ materials: answer.materials, shared: answer.shared });
        setEnded(false);
      }
      return answer;
    } catch (error) {
      setProblem(problemOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return {
    slots: known.materials, busy, problem, ended, take,
    /** When the applicant agreed by code to what is given for a material; undefined when it came otherwise. */
    agreedAt: (materialKey: string): string | undefined => given.find((one) => one.materialKey === materialKey)?.agreedAt,
    clear: () => setProblem(undefined),
    dismiss: () => setEnded(false),
  };
}

export type SharesHandle = ReturnType<typeof useShares>;
