import type { DocumentData } from '../../kernel/documents/index.ts';
import { longDate } from './face-values.ts';
import type { FaceLine } from './tables.ts';

/** What of a licence its face says. */
export interface FaceFacts {
  readonly typeName: string;
  readonly number: string;
  readonly identifier: string;
  readonly issuerName: string;
  readonly holderName: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What the template of a face may say; text of the licence is data, so braces in it are printed as they are. `code` is what the QR code holds. */
export function faceData({ typeName: name, number, identifier, issuedOn, validFrom, validTo, issuerName, holderName }: FaceFacts, face: readonly FaceLine[], statement: string, code: string): DocumentData {
  return {
    organization: issuerName, holder: { name: holderName }, statement, face: face.map(({ label, value }) => ({ label, value })),
    licence: { name, number, identifier, issuedOn, validity: validTo === null ? '长期' : `${longDate(validFrom)}至${longDate(validTo)}`, verifyUrl: code },
  };
}
