import type { SettingContent, SettingSurroundings } from '@tongban/server/src/modules/decisioning/contract.ts';

/** What every part of the setting's form is given. */
export interface PartProps {
  content: SettingContent;
  surroundings: SettingSurroundings | undefined;
  disabled: boolean;
  onContent: (change: Partial<SettingContent>) => void;
  /** Chooses the decision that lists what is wrong, or none. */
  onProblems: (decision: string) => void;
}
