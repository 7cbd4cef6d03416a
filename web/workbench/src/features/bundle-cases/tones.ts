import type { ApplicationState } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import type { Tone } from '../../shared/case/tags.tsx';

/** The colour that repeats a state: amber where the applicant, or the window that hands over, must do something. */
export const stateTone: Readonly<Record<ApplicationState, Tone>> = { handling: 'todo', supplementing: 'warning', decided: 'warning', closed: 'done', withdrawn: 'neutral' };
