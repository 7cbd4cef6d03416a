import { fieldKindLabels, fieldKinds, type FieldKind, type FieldRule } from '@tongban/server/src/modules/recognition/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useDataElements } from '../../shared/form/use-data-elements.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import type { Missing } from '../../shared/form/use-missing.ts';
import type { PartProps } from './BasicsPart.tsx';
import { text } from './text.ts';

const words = text.type;

interface FieldsPartProps extends PartProps { missing: Missing; chosen: number | undefined; onChoose: (index: number | undefined) => void }

/** What is read of a kind of material, by which words it is found, and what of the form it is compared with. */
export function FieldsPart({ content, onChange, disabled, missing, chosen, onChoose }: FieldsPartProps) {
  const { fields } = content;
  const dataElements = useDataElements();
  const change = (index: number, part: Partial<FieldRule>) => onChange({ fields: fields.map((field, at) => (at === index ? { ...field, ...part } : field)) });
  const freeKey = (): string => {
    let serial = fields.length + 1;
    while (fields.some(({ key }) => key === `field${serial}`)) serial += 1;
    return `field${serial}`;
  };
  const add = () => {
    onChange({ fields: [...fields, { key: freeKey(), label: words.newField, kind: 'text', anchors: [], elements: [], required: false, notPast: false, region: null }] });
    onChoose(fields.length);
  };
  return (
    <section className="recognition-panel" aria-label={words.fields}>
      <h2>{words.fields}</h2>
      {fields.length === 0 ? <p className="muted">{words.noFields}</p> : null}
      <ul className="recognition-fields">
        {fields.map((field, index) => (
          <li key={index} className={index === chosen ? 'is-chosen' : ''}>
            <div className="recognition-field__line">
              <label className="recognition-field__part"><span>{words.label}</span><Input id={`field-${index}-label`} maxLength={40} disabled={disabled} value={field.label} onChange={({ target }) => change(index, { label: target.value })} /></label>
              <label className="recognition-field__part"><span>{words.key}</span><Input id={`field-${index}-key`} maxLength={40} disabled={disabled} value={field.key} onChange={({ target }) => change(index, { key: target.value })} /></label>
              <label className="recognition-field__part"><span>{words.kind}</span><Select<FieldKind> aria-label={`${field.label} ${words.kind}`} disabled={disabled} value={field.kind} options={fieldKinds.map((kind) => ({ value: kind, label: fieldKindLabels[kind] }))} onChange={(kind) => change(index, { kind })} /></label>
            </div>
            <Lack text={missing.of(`field-${index}-label`)} /><Lack text={missing.of(`field-${index}-key`)} />
            <div className="recognition-field__line">
              <label className="recognition-field__part"><span>{words.anchors}</span><Select aria-label={`${field.label} ${words.anchors}`} mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} disabled={disabled} value={field.anchors} onChange={(anchors: string[]) => change(index, { anchors })} /></label>
              <label className="recognition-field__part"><span>{words.elements}</span><Select aria-label={`${field.label} ${words.elements}`} mode="multiple" disabled={disabled} value={field.elements} optionFilterProp="label" options={dataElements.map(({ code, name }) => ({ value: code, label: name }))} onChange={(elements: string[]) => change(index, { elements })} /></label>
            </div>
            <div className="recognition-field__foot">
              <Checkbox disabled={disabled} checked={field.required} onChange={({ target }) => change(index, { required: target.checked })}>{words.required}</Checkbox>
              {field.kind === 'date' ? <Checkbox disabled={disabled} checked={field.notPast} onChange={({ target }) => change(index, { notPast: target.checked })}>{words.notPast}</Checkbox> : null}
              {disabled ? null : <Button size="small" type={index === chosen ? 'primary' : 'default'} aria-pressed={index === chosen} onClick={() => onChoose(index === chosen ? undefined : index)}>{field.region ? words.region : words.noRegion}</Button>}
              {disabled ? null : <Button size="small" type="text" aria-label={`${words.remove} ${field.label}`} onClick={() => { onChoose(undefined); onChange({ fields: fields.filter((_, at) => at !== index) }); }}>{words.remove}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {disabled || fields.length >= 30 ? null : <Button onClick={add}>{words.addField}</Button>}
    </section>
  );
}
