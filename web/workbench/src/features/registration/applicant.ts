import { checkIdentityDocument, checkMobile, checkPersonName, checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

/** The person or company at the counter as typed. */
export interface TypedApplicant {
  kind: 'person' | 'company';
  documentType: string;
  documentNumber: string;
  name: string;
  /** The name that came from the platform's file, not from the clerk. */
  filledName: string;
  mobile: string;
  /** Who represents a company that the platform does not know yet. */
  representativeName: string;
  representativeNumber: string;
  /** The number and name that the card reader read; as long as they stay, the card was what was checked. */
  readFrom: { documentNumber: string; name: string } | null;
}

type Document = Pick<TypedApplicant, 'documentType' | 'documentNumber'>;

export interface Judged {
  value: string;
  fault: string | undefined;
  note: string | undefined;
}

/** Judges the number as it is typed, with the same code as the server; says what the number itself tells. */
export function judgeNumber(applicant: Document & Pick<TypedApplicant, 'kind'>, today: string): Judged {
  const typed = applicant.documentNumber;
  if (applicant.kind === 'company') {
    const found = checkUnifiedSocialCreditCode(typed);
    return found.ok
      ? { value: found.normalized, fault: undefined, note: text.applicant.valid }
      : { value: typed, fault: found.message, note: undefined };
  }
  return judgeDocument(applicant, today);
}

function judgeDocument({ documentType, documentNumber }: Document, today: string): Judged {
  const found = checkIdentityDocument(documentType, documentNumber, today);
  if (!found.ok) return { value: documentNumber, fault: found.message, note: undefined };
  const told = [found.sex ? text.applicant[found.sex] : '', found.birthDate ? text.applicant.born(formatDate(found.birthDate)) : ''].filter(Boolean);
  return { value: found.normalized, fault: undefined, note: told.length > 0 ? told.join('，') : text.applicant.valid };
}

/** Judges who represents a company, by name and document. */
export function judgePerson({ name, ...document }: Document & Pick<TypedApplicant, 'name'>, today: string): { name: Judged; number: Judged } {
  return { name: judgeName({ kind: 'person', name }), number: judgeDocument(document, today) };
}

/** Judges a person's name; a company's only needs to be there. */
export function judgeName(applicant: Pick<TypedApplicant, 'kind' | 'name'>): Judged {
  if (applicant.kind === 'company')
    return applicant.name.trim().length >= 2
      ? { value: applicant.name.trim(), fault: undefined, note: undefined }
      : { value: '', fault: `请填写${text.applicant.companyName}。`, note: undefined };
  const found = checkPersonName(applicant.name);
  return found.ok ? { value: found.normalized, fault: undefined, note: undefined } : { value: applicant.name, fault: found.message, note: undefined };
}

/** Judges a mobile number. */
export function judgeMobile(mobile: string): Judged {
  const found = checkMobile(mobile);
  return found.ok ? { value: found.normalized, fault: undefined, note: undefined } : { value: mobile, fault: found.message, note: undefined };
}
