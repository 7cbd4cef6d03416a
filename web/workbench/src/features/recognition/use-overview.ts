import { useQuery } from '@tanstack/react-query';
import { getOverview, type RecognitionOverview } from '@tongban/server/src/modules/recognition/contract.ts';
import { api } from '../../shared/api.ts';

/** The engine, the figures of late, and what the reader may do. */
export function useOverview(): RecognitionOverview | undefined {
  return useQuery({ queryKey: [getOverview.id], queryFn: () => api.call(getOverview, {}) }).data;
}

/** What the reader may do with catalogue and classifier; nothing until it is known. */
export function useRecognitionAbilities(): RecognitionOverview['abilities'] {
  return useOverview()?.abilities ?? { edit: false, train: false };
}
