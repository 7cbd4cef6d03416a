import type { TypeContent } from '@tongban/server/src/modules/recognition/contract.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import type { Missing } from '../../shared/form/use-missing.ts';
import { useLicenceTypes } from '../../shared/items/use-licence-types.ts';
import { text } from './text.ts';

const words = text.type;
export interface PartProps { content: TypeContent; onChange: (change: Partial<TypeContent>) => void; disabled: boolean }

/** By what a kind of material is told, and from which certainty on. */
export function BasicsPart({ content, onChange, disabled, missing }: PartProps & { missing: Missing }) {
  const licences = useLicenceTypes();
  const tags = { mode: 'tags' as const, open: false, suffixIcon: null, tokenSeparators: ['、', '，', ','], disabled };
  const percent = { min: 10, max: 100, step: 5, suffix: '%', disabled };
  return (
    <section className="recognition-panel" aria-label={words.basics}>
      <h2>{words.basics}</h2>
      <Form layout="vertical">
        <Form.Item label={words.name} htmlFor="type-name" {...missing.item('type-name')}><Input id="type-name" maxLength={60} disabled={disabled} value={content.name} onChange={({ target }) => onChange({ name: target.value })} /></Form.Item>
        <Form.Item label={words.materialNames} htmlFor="type-materials" extra={words.materialNamesHint} {...missing.item('type-materials')}><Select id="type-materials" {...tags} value={content.materialNames} onChange={(materialNames: string[]) => onChange({ materialNames })} /></Form.Item>
        <Form.Item label={words.marks} htmlFor="type-marks" extra={words.marksHint} {...missing.item('type-marks')}><Select id="type-marks" {...tags} value={content.marks} onChange={(marks: string[]) => onChange({ marks })} /></Form.Item>
        <div className="recognition-grid">
          <Form.Item label={words.typeThreshold} htmlFor="type-threshold" extra={words.typeThresholdHint}><InputNumber id="type-threshold" {...percent} value={Math.round(content.typeThreshold * 100)} onChange={(value) => { if (value !== null) onChange({ typeThreshold: value / 100 }); }} /></Form.Item>
          <Form.Item label={words.fieldThreshold} htmlFor="field-threshold" extra={words.fieldThresholdHint}><InputNumber id="field-threshold" {...percent} value={Math.round(content.fieldThreshold * 100)} onChange={(value) => { if (value !== null) onChange({ fieldThreshold: value / 100 }); }} /></Form.Item>
        </div>
        <Form.Item label={words.licenceTypes} htmlFor="type-licences" extra={words.licenceTypesHint} style={{ marginBottom: 0 }}>
          <Select id="type-licences" mode="multiple" disabled={disabled} value={content.licenceTypes} options={licences.map(({ value, name }) => ({ value, label: name }))} optionFilterProp="label" onChange={(licenceTypes: string[]) => onChange({ licenceTypes })} />
        </Form.Item>
      </Form>
    </section>
  );
}
