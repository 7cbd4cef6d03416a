import { defineModule } from '../kernel/module/index.ts';
import { bundleFlows } from './advance-bundles.ts';
import { applicantMessages } from './applicant-messages.ts';
import { countApplications } from './count-applications.ts';
import { licenceFlows } from './licence-on-decision.ts';
import { applicantNotices } from './notify-applicants.ts';
import { officerNotices } from './notify-officers.ts';
import { stepNotices } from './notify-of-steps.ts';
import { officerMessages } from './officer-messages.ts';
import { paperOfCases } from './paper-of-cases.ts';
import { movedDeadlines } from './tell-moved-deadlines.ts';
import { stepMessages } from './step-messages.ts';

/** Flows that cross modules: what one module's event makes another do. */
export const processes = defineModule({
  name: 'processes', uses: ['catalog', 'cases', 'licences', 'custody', 'bundle-applications'],
  subscribes: [...licenceFlows, countApplications, movedDeadlines, ...applicantNotices, ...officerNotices, ...stepNotices, paperOfCases, ...bundleFlows], messageTemplates: [...applicantMessages, ...officerMessages, ...stepMessages],
});
