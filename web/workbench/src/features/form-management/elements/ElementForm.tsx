import { useQuery } from '@tanstack/react-query';
import { controlLabel } from '@tongban/form-designer';
import { listDictionaries } from '@tongban/server/src/modules/catalog/contract.ts';
import { elementTypeCodes, elementTypes, sensitivities, sensitivityLabels, type ElementContent } from '@tongban/server/src/modules/data-elements/contract.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing, type Missing } from '../../../shared/form/use-missing.ts';
import { text } from '../text.ts';
import { isWholeSource, SourcesEditor } from './SourcesEditor.tsx';

const words = text.elements;

/** What an element still lacks. */
export function useElementLacks(code: string, content: ElementContent): Missing {
  return useMissing({
    'element-code': !/^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)+$/.test(code.trim()) && words.codeLack, 'element-name': content.name.trim() === '' && words.nameLack,
    'element-sources': !content.sources.every(isWholeSource) && words.sourceLack,
  });
}

interface ElementFormProps {
  code: string;
  /** Given while there is none yet. */
  onCode?: (code: string) => void;
  content: ElementContent;
  onChange: (content: ElementContent) => void;
  disabled: boolean;
  missing: Missing;
}

/** The properties of a data element. */
export function ElementForm({ code, onCode, content, onChange, disabled, missing }: ElementFormProps) {
  const dictionaries = useQuery({ queryKey: [listDictionaries.id], staleTime: 300_000, enabled: content.type === 'code', queryFn: () => api.call(listDictionaries, {}) });
  const change = (part: Partial<ElementContent>): void => onChange({ ...content, ...part });
  const controls = elementTypes[content.type].controls.map(controlLabel).join('、');
  return (
    <Form layout="vertical" className="element-form" disabled={disabled}>
      <Form.Item label={words.name} htmlFor="element-name" {...missing.item('element-name')}><Input id="element-name" maxLength={60} value={content.name} onChange={({ target }) => change({ name: target.value })} /></Form.Item>
      <Form.Item label={words.code} htmlFor="element-code" extra={onCode ? words.codeHint : undefined} {...missing.item('element-code')}><Input id="element-code" maxLength={64} disabled={onCode === undefined} value={code} onChange={({ target }) => onCode?.(target.value)} /></Form.Item>
      <Form.Item className="is-whole" label={words.definition} htmlFor="element-definition"><Input id="element-definition" maxLength={300} value={content.definition} onChange={({ target }) => change({ definition: target.value })} /></Form.Item>
      <Form.Item label={words.type} htmlFor="element-type" extra={words.controls(controls)}>
        <Select id="element-type" value={content.type} options={elementTypeCodes.map((type) => ({ value: type, label: elementTypes[type].label }))} onChange={(type) => change({ type, dictionary: type === 'code' ? content.dictionary : null })} />
      </Form.Item>
      <Form.Item label={words.sensitivity} htmlFor="element-sensitivity"><Select id="element-sensitivity" value={content.sensitivity} options={sensitivities.map((one) => ({ value: one, label: sensitivityLabels[one] }))} onChange={(sensitivity) => change({ sensitivity })} /></Form.Item>
      {content.type === 'code' ? (
        <Form.Item className="is-whole" label={words.dictionary} htmlFor="element-dictionary">
          <Select
            id="element-dictionary" value={content.dictionary} showSearch={{ optionFilterProp: 'label' }} options={(dictionaries.data?.dictionaries ?? []).map(({ code: value, name }) => ({ value, label: `${name}　${value}` }))}
            onChange={(dictionary) => change({ dictionary })}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={words.minLength} htmlFor="element-min"><InputNumber<number> id="element-min" min={1} max={10_000} precision={0} value={content.minLength} onChange={(minLength) => change({ minLength })} /></Form.Item>
      <Form.Item label={words.maxLength} htmlFor="element-max"><InputNumber<number> id="element-max" min={1} max={10_000} precision={0} value={content.maxLength} onChange={(maxLength) => change({ maxLength })} /></Form.Item>
      <Form.Item label={words.format} htmlFor="element-format" extra={words.formatHint}><Input id="element-format" maxLength={60} value={content.format} onChange={({ target }) => change({ format: target.value })} /></Form.Item>
      <Form.Item label={words.databaseField} htmlFor="element-field" extra={words.databaseFieldHint}><Input id="element-field" maxLength={160} value={content.databaseField ?? ''} onChange={({ target }) => change({ databaseField: target.value.trim() === '' ? null : target.value })} /></Form.Item>
      <div className="is-whole" id="element-sources" tabIndex={-1}>
        <p>{words.sources}</p>
        <SourcesEditor sources={content.sources} disabled={disabled} onChange={(sources) => change({ sources: [...sources] })} />
        <Lack text={missing.of('element-sources')} />
        <p className="faint small">{words.sourcesHint}</p>
      </div>
    </Form>
  );
}
