import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { CaseReceipt } from '@tongban/server/src/modules/intake/contract.ts';
import type { Guide } from '../case-data.ts';
import type { Ticks } from '../review-points.ts';

/** What every action on a case works with. */
export interface ActionProps {
  view: CaseView;
  guide: Guide;
  /** What was ticked and written in the bar; a refusal or a supplement begins with it. */
  ticks: Ticks;
  opinion: string;
  onClose: () => void;
  onRefresh: () => void;
  onDone: (receipt: CaseReceipt, message: string) => void;
}

/** The actions that open a sheet. */
export const sheets = ['refuse', 'supplement', 'propose', 'approve', 'end', 'extend', 'decide', 'deliver', 'return', 'terminate', 'step'] as const;
export type Sheet = (typeof sheets)[number];

/** The reader's own open task of a step. */
export function ownTask(view: CaseView, step: CaseView['tasks'][number]['step']): CaseView['tasks'][number] | undefined {
  return view.tasks.find((task) => task.mine && task.step === step);
}
