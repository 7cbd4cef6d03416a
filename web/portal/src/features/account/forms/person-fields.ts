import { checkIdentityDocument, checkMobile, checkPersonName, IDENTITY_DOCUMENT_TYPES, type CheckOutcome } from '@tongban/identifiers';
import { today } from '../../../shared/today.ts';
import { text } from '../text.ts';

/** What somebody registering or recovering an account types. */
export interface PersonFields {
  name: string;
  documentType: string;
  documentNumber: string;
  mobile: string;
  code: string;
  password: string;
  passwordAgain: string;
}

export const emptyPerson: PersonFields = {
  name: '', documentType: '111', documentNumber: '', mobile: '', code: '', password: '', passwordAgain: '',
};

export const documentTypes = Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.value.localeCompare(other.value));

/** The fields in the form that is stored. */
export function normalizedPerson(fields: PersonFields): PersonFields {
  const name = checkPersonName(fields.name);
  const number = checkIdentityDocument(fields.documentType, fields.documentNumber, today());
  const mobile = checkMobile(fields.mobile);
  return {
    ...fields,
    name: name.ok ? name.normalized : fields.name,
    documentNumber: number.ok ? number.normalized : fields.documentNumber,
    mobile: mobile.ok ? mobile.normalized : fields.mobile,
  };
}

/** What a password still lacks of GB/T 22239-2019 8.1.4.1 a; whether it holds the person's own numbers the server judges. */
export function passwordFault(password: string): string | undefined {
  if (!password) return text.person.needPassword;
  if ([...password].length < 8) return text.person.shortPassword;
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(password)).length;
  return classes < 3 ? text.person.plainPassword : undefined;
}

/** What is wrong with each field, in words; empty when the server may be asked. The server judges again. */
export function personFaults(fields: PersonFields, withName: boolean): Partial<Record<keyof PersonFields, string>> {
  const faults: Partial<Record<keyof PersonFields, string>> = {};
  const note = (field: keyof PersonFields, outcome: CheckOutcome<object>) => { if (!outcome.ok) faults[field] = outcome.message; };
  if (withName) note('name', checkPersonName(fields.name));
  note('documentNumber', checkIdentityDocument(fields.documentType, fields.documentNumber, today()));
  note('mobile', checkMobile(fields.mobile));
  if (!/^\d{6}$/.test(fields.code)) faults.code = text.person.needCode;
  const password = passwordFault(fields.password);
  if (password) faults.password = password;
  if (fields.password !== fields.passwordAgain) faults.passwordAgain = text.person.passwordDiffers;
  return faults;
}
