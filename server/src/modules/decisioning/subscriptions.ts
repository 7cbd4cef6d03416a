import type { Subscription } from '../../kernel/events/index.ts';
import { versionPublished } from '../../kernel/rules/index.ts';
import { caseEvents } from '../cases/index.ts';
import { itemPublished, itemRetired } from '../catalog/index.ts';
import { licenceEvents } from '../licences/index.ts';
import { recheckOnChange } from './actions/recheck-settings.ts';
import { deliverOnLicence } from './engine/deliver-case.ts';
import { runOnSubmission } from './engine/run-on-submission.ts';
import { measureCases } from './statistics/count.ts';

/** What other modules' events make the platform do by itself. */
export const decisioningSubscriptions: readonly Subscription[] = [
  { name: 'decisioning.run-on-submission', types: [caseEvents.submit], urgent: true, handle: runOnSubmission },
  { name: 'decisioning.deliver-on-licence', types: [licenceEvents.issued], handle: deliverOnLicence },
  { name: 'decisioning.recheck-on-change', types: [itemPublished, itemRetired, versionPublished], handle: recheckOnChange },
  { name: 'decisioning.measure-case', types: [caseEvents.submit, caseEvents.decide], handle: (ctx, event) => measureCases(ctx, [event]), handleMany: measureCases },
];
