import type { QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import { createContext, useContext } from 'react';

/** What the server's checks found when the draft was last saved. */
export const Findings = createContext<readonly QualityFinding[]>([]);

export function useFindings(): readonly QualityFinding[] {
  return useContext(Findings);
}
