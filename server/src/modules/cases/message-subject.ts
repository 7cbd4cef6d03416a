import { maskName } from '@tongban/identifiers';
import { chinaDate, dateInWords } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { MessageSubject } from '../../kernel/messaging/index.ts';
import { findAccount } from '../../kernel/time-accounts/index.ts';
import { getPinnedVersion } from '../catalog/index.ts';
import { issuerOf, readOffices } from './offices.ts';
import { unsafeFindCase, type CaseRecord } from './record.ts';

/**
 * What a message about a case declares: its texts are tailored by item, applicant and step, and may use these fields of the
 * case (HND-05). The answers of its form are not among them: messages are kept and sent in the clear.
 */
export const caseMessages = {
  about: 'case',
  offers: ['number', 'itemName', 'office', 'applicant', 'submittedOn', 'acceptedOn', 'promisedDueOn', 'legalDueOn', 'windowName', 'windowAddress', 'windowHours', 'windowPhone'],
} as const;

type About = Pick<CaseRecord, 'id' | 'itemId' | 'applicantKind' | 'organizationId'>;

/** By what the texts of a message about a case are chosen, and how the fields of the case are read; `step` is that of the task it tells of. */
export function aboutCase(ctx: Context, { id, itemId, applicantKind, organizationId }: About, { step, toAgent = false }: { step?: string; toAgent?: boolean } = {}): MessageSubject {
  return {
    itemId, applicantKind: toAgent ? 'agent' : applicantKind, step, organizationId,
    read: async () => {
      const record = await unsafeFindCase(ctx, id);
      return record ? readCaseFields(ctx, record) : {};
    },
  };
}

/** The fields of a case that a message may use; an applicant's name is masked, and what there is not yet is left out. */
export async function readCaseFields(ctx: Context, record: CaseRecord): Promise<Record<string, string>> {
  const [{ elements }, offices, account] = await Promise.all([
    getPinnedVersion(ctx, record.itemVersionId), readOffices(ctx), findAccount(ctx, { subjectType: 'case', subjectId: record.id })]);
  const [window] = elements.windows;
  const { organizationName } = issuerOf(elements, offices);
  const { acceptedOn } = record.state;
  const [promised, legal] = [account?.deadlines.promisedDueOn, account?.deadlines.legalDueOn];
  return {
    number: record.number, itemName: record.itemName, office: organizationName, applicant: record.applicantKind === 'person' ? maskName(record.applicantName) : record.applicantName,
    submittedOn: dateInWords(chinaDate(record.submittedAt)),
    ...(acceptedOn === null ? {} : { acceptedOn: dateInWords(acceptedOn) }),
    ...(promised ? { promisedDueOn: dateInWords(promised) } : {}), ...(legal ? { legalDueOn: dateInWords(legal) } : {}),
    ...(window ? { windowName: window.name, windowAddress: window.address, windowHours: window.openingHours, windowPhone: window.telephone }
      : elements.consultationTelephone === undefined ? {} : { windowPhone: elements.consultationTelephone }),
  };
}
