import type { CaseAbilities } from '@tongban/server/src/modules/cases/contract.ts';
import { text } from '../text.ts';
import type { Sheet } from './action-context.ts';

/** An action the server offers on a case that opens a sheet. */
export interface OfferedAction { sheet: Sheet; label: string; danger?: boolean }

const all: readonly (OfferedAction & { ability: keyof CaseAbilities; rare?: boolean })[] = [
  { ability: 'approveSpecialProcedure', sheet: 'approve', label: text.bar.approve },
  { ability: 'decide', sheet: 'decide', label: text.bar.decide },
  { ability: 'deliver', sheet: 'deliver', label: text.bar.deliver },
  { ability: 'handleStep', sheet: 'step', label: text.bar.handleStep },
  { ability: 'endSpecialProcedure', sheet: 'end', label: text.bar.end },
  { ability: 'requestSupplement', sheet: 'supplement', label: text.bar.requestSupplement },
  { ability: 'refuse', sheet: 'refuse', label: text.bar.refuse, danger: true },
  { ability: 'returnForRework', sheet: 'return', label: text.bar.returnForRework },
  { ability: 'proposeSpecialProcedure', sheet: 'propose', label: text.bar.propose },
  { ability: 'extend', sheet: 'extend', label: text.bar.extend, rare: true },
  { ability: 'terminate', sheet: 'terminate', label: text.bar.terminate, danger: true, rare: true },
];

/** Where the offered actions go: the first that ends the step is primary, the rare ones are in a menu. */
export function offeredActions(abilities: CaseAbilities, composing: boolean): { primary: OfferedAction | undefined; beside: OfferedAction[]; menu: OfferedAction[] } {
  const offered = all.filter(({ ability }) => abilities[ability]);
  const concluding = new Set<Sheet>(['approve', 'decide', 'deliver', 'step', 'end']);
  const primary = composing ? undefined : offered.find(({ sheet }) => concluding.has(sheet));
  const rest = offered.filter((action) => action !== primary);
  return { primary, beside: rest.filter(({ rare }) => !rare), menu: rest.filter(({ rare }) => rare) };
}
