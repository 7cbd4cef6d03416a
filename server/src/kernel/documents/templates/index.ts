import type { DocumentDefinition } from '../definition.contract.ts';
import { acceptanceNotice } from './acceptance-notice.ts';
import { applicationReceipt } from './application-receipt.ts';
import { approvalDecision } from './approval-decision.ts';
import { deliveryReceipt } from './delivery-receipt.ts';
import { denialDecision } from './denial-decision.ts';
import { extensionNotice } from './extension-notice.ts';
import { licenceFace } from './licence-face.ts';
import { refusalNotice } from './refusal-notice.ts';
import { revocationDecision } from './revocation-decision.ts';
import { specialProcedureNotice } from './special-procedure-notice.ts';
import { supplementNotice } from './supplement-notice.ts';
import { terminationNotice } from './termination-notice.ts';
import { withdrawalNotice } from './withdrawal-notice.ts';

/** The platform's own templates; module `templates` stores them as the first versions, which a city goes on from. */
export const DEFAULT_TEMPLATES: readonly DocumentDefinition[] = [
  applicationReceipt,
  acceptanceNotice,
  refusalNotice,
  supplementNotice,
  specialProcedureNotice,
  extensionNotice,
  approvalDecision,
  denialDecision,
  revocationDecision,
  deliveryReceipt,
  terminationNotice,
  withdrawalNotice,
  licenceFace,
];
