import { IDENTITY_DOCUMENT_TYPES, isIdentityDocumentType } from '@tongban/identifiers';
import type { ReactNode } from 'react';
import { autocompleteOf, type ControlAttributes, type ControlProps, partOf, textOf, withPart } from '../control-props.ts';
import { RegionPicker } from './RegionControl.tsx';

interface PartProps {
  readonly name: string;
  readonly control: ControlAttributes;
  /** The first part carries the id that error links point to. */
  readonly suffix?: string;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** One labelled part of an answer; in tables the visible label is kept for readers only. */
function Part({ name, control, suffix, children }: PartProps) {
  const id = suffix === undefined ? control.id : `${control.id}-${suffix}`;
  const inTable = control['aria-label'] !== undefined;
  const { 'aria-label': _label, ...rest } = control;
  const attributes = inTable ? { ...control, id, 'aria-label': `${control['aria-label']} ${name}` } : { ...rest, id };
  return (
    <span className="tbf-part">
      <label className="tbf-sublabel" htmlFor={id}>{name}</label>
      {children(attributes)}
    </span>
  );
}

/** Type and number of an identity document. */
export function IdentityDocumentControl({ field, value, onChange, control }: ControlProps<'identityDocument'>) {
  const types = (field.documentTypes ?? Object.keys(IDENTITY_DOCUMENT_TYPES)).filter(isIdentityDocumentType);
  return (
    <span className="tbf-parts">
      <Part name="证件类型" control={control}>{(attributes) => (
        <select {...attributes} className="tbf-input tbf-select" autoComplete="off" value={textOf(partOf(value, 'type'))} onChange={(event) => onChange(withPart(value, 'type', event.target.value))}>
          <option value="">请选择</option>
          {types.map((type) => <option key={type} value={type}>{IDENTITY_DOCUMENT_TYPES[type]}</option>)}
        </select>
      )}</Part>
      <Part name="证件号码" control={control} suffix="number">{(attributes) => (
        <input {...attributes} className="tbf-input" type="text" autoComplete="off" spellCheck={false} autoCapitalize="off" value={textOf(partOf(value, 'number'))} onChange={(event) => onChange(withPart(value, 'number', event.target.value))} />
      )}</Part>
    </span>
  );
}

/** A region and the street, house and room in it. */
export function AddressControl({ field, value, onChange, control, isOwn }: ControlProps<'address'>) {
  return (
    <span className="tbf-parts tbf-parts--stacked">
      <span className="tbf-part">
        <span className="tbf-sublabel" aria-hidden="true">所在地区</span>
        <RegionPicker value={partOf(value, 'region')} onChange={(region) => onChange(withPart(value, 'region', region))} within={field.within} depth={5}
          control={{ ...control, 'aria-label': `${control['aria-label'] ?? field.label} 所在地区` }} />
      </span>
      <Part name="详细地址" control={control} suffix="detail">{(attributes) => (
        <input {...attributes} className="tbf-input" type="text" autoComplete={autocompleteOf(field, isOwn)} placeholder={field.placeholder ?? '街道、门牌号、楼栋、房号'}
          value={textOf(partOf(value, 'detail'))} onChange={(event) => onChange(withPart(value, 'detail', event.target.value))} />
      )}</Part>
    </span>
  );
}

/** An organisation by name and unified social credit code. */
export function OrganizationControl({ field, value, onChange, control, isOwn }: ControlProps<'organization'>) {
  return (
    <span className="tbf-parts">
      <Part name="名称" control={control}>{(attributes) => (
        <input {...attributes} className="tbf-input" type="text" autoComplete={autocompleteOf(field, isOwn)} value={textOf(partOf(value, 'name'))} onChange={(event) => onChange(withPart(value, 'name', event.target.value))} />
      )}</Part>
      <Part name={field.codeRequired === true ? '统一社会信用代码' : '统一社会信用代码（没有可不填）'} control={control} suffix="code">{(attributes) => (
        <input {...attributes} className="tbf-input" type="text" autoComplete="off" spellCheck={false} autoCapitalize="characters" value={textOf(partOf(value, 'creditCode'))} onChange={(event) => onChange(withPart(value, 'creditCode', event.target.value))} />
      )}</Part>
    </span>
  );
}
