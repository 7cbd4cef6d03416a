import { Segmented, Select } from 'antd';
import { useId } from 'react';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import { readExtensions, textOf, writeExtensions } from './candidates.ts';
import { useStepForms, withWritten } from './choices.ts';
import { Labelled } from './Field.tsx';
import type { PartProps } from './part-props.ts';

const words = text.step;
const accesses = ['write', 'read', 'hidden'] as const;
type Access = (typeof accesses)[number];
const type = 'tongban:Field';

/** The form that the handler of a step fills in, and what may be done with each of its fields there. */
export function StepForm({ drawing, element, disabled }: PartProps) {
  const id = useId();
  const forms = useStepForms();
  const key = textOf(element.businessObject, 'tongban:form');
  const form = forms.find((one) => one.key === key);
  const written = readExtensions(element, type, ['field', 'access']);
  const known = new Map(written.map(({ field = '', access }) => [field, accesses.find((one) => one === access) ?? 'read']));
  const fields = [...(form?.fields ?? []), ...[...known.keys()].filter((field) => !form?.fields.some((one) => one.id === field)).map((field) => ({ id: field, label: field, required: false }))];
  const accessOf = (field: string): Access => known.get(field) ?? (written.length === 0 ? 'write' : 'read');
  const setAccess = (field: string, access: Access) => {
    // Once one field is set, all are, so that a field that joins the form later may only be read here.
    const next = fields.map((one) => ({ field: one.id, access: one.id === field ? access : accessOf(one.id) }));
    writeExtensions(drawing, element, type, next.every((one) => one.access === 'write') ? [] : next);
  };
  const setForm = (next: string | undefined) => drawing.together(() => {
    if (written.length > 0) writeExtensions(drawing, element, type, []);
    drawing.update(element, { 'tongban:form': next });
  });
  return (
    <fieldset className="process-part">
      <legend>{words.form}</legend>
      <Labelled label={words.formKey} id={id} help={forms.length === 0 ? words.noForms : words.formHelp}>
        <Select
          id={id} allowClear={clearable} disabled={disabled} placeholder={words.noForm} value={key === '' ? null : key} options={withWritten(forms.map((one) => ({ value: one.key, label: words.formOf(one.name, one.items.length) })), key)}
          onChange={(next: string | null | undefined) => setForm(next ?? undefined)}
        />
      </Labelled>
      {key === '' ? null : fields.map(({ id: field, label, required }) => (
        <div key={field} className="process-access">
          <span className="small">{label}{required ? <span className="faint">{words.required}</span> : null}</span>
          <Segmented<Access> size="small" aria-label={words.accessOf(label)} disabled={disabled} value={accessOf(field)} options={accesses.map((value) => ({ value, label: words.accesses[value] }))} onChange={(access) => setAccess(field, access)} />
        </div>
      ))}
    </fieldset>
  );
}
