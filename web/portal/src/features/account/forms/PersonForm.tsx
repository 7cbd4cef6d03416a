import { SelectField, TextField } from '@tongban/ui';
import { text } from '../text.ts';
import { CodeField } from './CodeField.tsx';
import { documentTypes, type PersonFields } from './person-fields.ts';

/** The fields of a person's registration, or without the name those of a lost password. */
export function PersonForm({ purpose, fields, faults, onChange }: {
  purpose: 'register' | 'reset-password';
  fields: PersonFields;
  faults: Partial<Record<keyof PersonFields, string>>;
  onChange: (change: Partial<PersonFields>) => void;
}) {
  return (
    <>
      {purpose === 'register' && (
        <TextField
          label={text.person.name} hint={text.person.nameHint} value={fields.name} error={faults.name} autoComplete="name" maxLength={200}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      )}
      <SelectField
        label={text.person.documentType} options={documentTypes} value={fields.documentType} error={faults.documentType}
        onChange={(event) => onChange({ documentType: event.target.value })}
      />
      <TextField
        label={text.person.documentNumber} value={fields.documentNumber} error={faults.documentNumber} autoComplete="off" maxLength={60}
        onChange={(event) => onChange({ documentNumber: event.target.value })}
      />
      <TextField
        label={text.person.mobile} type="tel" inputMode="tel" value={fields.mobile} error={faults.mobile} autoComplete="tel" maxLength={20}
        onChange={(event) => onChange({ mobile: event.target.value })}
      />
      <CodeField purpose={purpose} mobile={fields.mobile} value={fields.code} error={faults.code} onChange={(code) => onChange({ code })} />
      <TextField
        label={purpose === 'register' ? text.person.password : text.reset.newPassword} hint={text.person.passwordHint} type="password"
        value={fields.password} error={faults.password} autoComplete="new-password" maxLength={128}
        onChange={(event) => onChange({ password: event.target.value })}
      />
      <TextField
        label={text.person.passwordAgain} type="password" value={fields.passwordAgain} error={faults.passwordAgain}
        autoComplete="new-password" maxLength={128} onChange={(event) => onChange({ passwordAgain: event.target.value })}
      />
    </>
  );
}
