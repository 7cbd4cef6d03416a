import { isMembers, type ItemForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, Select } from 'antd';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import type { ControlProps } from './controls.tsx';
import { FileControl } from './FileControl.tsx';

const words = text.editing.sample;

/** One of the item's own forms; an optional one may be none. */
export function FormChoice({ id, label, value, onChange, disabled, forms, optional = false }: ControlProps & { forms: readonly ItemForm[]; optional?: boolean }) {
  return (
    <Select
      id={id}
      aria-label={label}
      value={typeof value === 'string' ? value : null}
      disabled={disabled}
      allowClear={optional && clearable}
      placeholder={forms.length === 0 ? words.noForms : words.uploaded}
      options={forms.map((form) => ({ value: form.key, label: form.name }))}
      onChange={(formKey: string | undefined) => onChange(formKey)}
    />
  );
}

/** 示例样表: the form's own sample, words, or a file. */
export function SampleControl({ id, label, value, onChange, disabled, forms }: ControlProps & { forms: readonly ItemForm[] }) {
  const sample = isMembers(value) ? value : {};
  const kind = typeof sample['kind'] === 'string' ? sample['kind'] : '';
  return (
    <div className="sample">
      <Select
        id={id}
        aria-label={label}
        value={kind}
        disabled={disabled}
        options={[
          { value: '', label: words.none }, { value: 'form', label: words.form, disabled: forms.length === 0 }, { value: 'text', label: words.text },
          { value: 'file', label: words.file },
        ]}
        onChange={(next: string) => onChange(next === '' ? undefined : { kind: next, ...(next === 'form' ? { formKey: forms[0]?.key } : {}) })}
      />
      {kind === 'form' ? (
        <FormChoice id={`${id}-form`} label={words.formKey} value={sample['formKey']} disabled={disabled} forms={forms} onChange={(formKey) => onChange({ kind, formKey })} />
      ) : null}
      {kind === 'text' ? (
        <Input.TextArea
          aria-label={words.text}
          maxLength={1000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          disabled={disabled}
          value={typeof sample['text'] === 'string' ? sample['text'] : ''}
          onChange={({ target }) => onChange({ kind, text: target.value })}
        />
      ) : null}
      {kind === 'file' ? (
        <FileControl id={`${id}-file`} label={words.file} value={sample['fileId']} disabled={disabled} onChange={(fileId) => onChange(fileId ? { kind, fileId } : { kind })} />
      ) : null}
    </div>
  );
}
