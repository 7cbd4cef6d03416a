import type { ComponentType } from 'react';
import type { ActionProps, Sheet } from './action-context.ts';
import { DecideSheet } from './DecideSheet.tsx';
import { DeliverSheet, ExtendSheet, ReturnSheet, TerminateSheet } from './OtherSheets.tsx';
import { RefuseSheet } from './RefuseSheet.tsx';
import { ApproveSheet, EndSheet, ProposeSheet } from './SpecialSheets.tsx';
import { StepSheet } from './StepSheet.tsx';
import { SupplementSheet } from './SupplementSheet.tsx';

const components: Record<Sheet, ComponentType<ActionProps>> = {
  refuse: RefuseSheet, supplement: SupplementSheet, propose: ProposeSheet, approve: ApproveSheet, end: EndSheet, extend: ExtendSheet,
  decide: DecideSheet, deliver: DeliverSheet, return: ReturnSheet, terminate: TerminateSheet, step: StepSheet,
};

/** The sheet of the chosen action. */
export function ActionSheet({ sheet, ...props }: ActionProps & { sheet: Sheet }) {
  const Component = components[sheet];
  return <Component {...props} />;
}
