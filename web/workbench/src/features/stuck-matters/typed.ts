import type { MatterStep, MatterWord } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import type { KeptFile } from '../../shared/files/FileUploads.tsx';

/** What an officer has typed for one step. */
export interface Typed {
  words: string;
  organizationId?: string | undefined;
  organizationName?: string | undefined;
  officerId?: string | undefined;
  officerName?: string | undefined;
  limitDays: number | null;
  on?: string | undefined;
  companionId?: string | undefined;
  companionName?: string | undefined;
  causeCode?: string | undefined;
  causeText: string;
  element?: Extract<MatterStep, { action: 'pass' }>['element'];
  word?: MatterWord | undefined;
  files: readonly KeptFile[];
}

export const nothingTyped: Typed = { words: '', limitDays: null, causeText: '', files: [] };
