import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Field, Option } from '@tongban/form-model';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useDesignerHost } from './host.ts';
import { ChoiceProperty } from './inputs.tsx';

interface OptionsEditorProps {
  readonly field: Extract<Field, { type: 'choice' | 'choices' }>;
  readonly disabled: boolean;
  readonly change: (changes: Readonly<Record<string, unknown>>) => void;
}

/** What there is to choose from: options of the field's own, or a dictionary of the platform. */
export function OptionsEditor({ field, disabled, change }: OptionsEditorProps) {
  const { dictionaries } = useDesignerHost();
  const own = field.dictionary === undefined;
  const [first] = dictionaries;
  return (
    <div className="fd-field">
      <span>选项</span>
      <Radio.Group
        size="small" optionType="button" value={own ? 'own' : 'dictionary'} disabled={disabled || first === undefined} aria-label="选项来自"
        options={[{ value: 'own', label: '自己列出' }, { value: 'dictionary', label: '用字典' }]}
        onChange={({ target }) => change(target.value === 'own' ? { dictionary: undefined, options: [{ value: '1', label: '选项一' }, { value: '2', label: '选项二' }] } : { options: undefined, dictionary: first?.code })}
      />
      {own
        ? <OwnOptions options={field.options ?? []} disabled={disabled} onChange={(options) => change({ options })} />
        : <ChoiceProperty label="字典" value={field.dictionary} clearable={false} disabled={disabled} options={withUnknown(dictionaries.map(({ code, name }) => ({ value: code, label: `${name}　${code}` })), field.dictionary)} onChange={(dictionary) => change({ dictionary })} />}
    </div>
  );
}

function withUnknown(options: readonly { value: string; label: string }[], value: string | undefined) {
  return value === undefined || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
}

function newValue(options: readonly Option[]): string {
  let number = options.length + 1;
  while (options.some(({ value }) => value === String(number))) number += 1;
  return String(number);
}

function OwnOptions({ options, disabled, onChange }: { readonly options: readonly Option[]; readonly disabled: boolean; readonly onChange: (options: readonly Option[]) => void }) {
  const change = (index: number, part: Partial<Option>): void => onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  const move = (index: number, by: number): void => {
    const moved = [...options];
    const [option] = moved.splice(index, 1);
    if (option !== undefined) moved.splice(index + by, 0, option);
    onChange(moved);
  };
  return (
    <>
      <ul className="fd-options">
        {options.map((option, index) => (
          <li key={index}>
            <OptionText label={`第 ${index + 1} 项的文字`} value={option.label} most={120} disabled={disabled} onChange={(label) => change(index, { label })} />
            <OptionText label={`第 ${index + 1} 项的值`} value={option.value} most={64} disabled={disabled} taken={options.filter((_, at) => at !== index).map(({ value }) => value)} onChange={(value) => change(index, { value })} />
            {disabled ? null : (
              <span className="fd-options__actions">
                <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={`上移“${option.label}”`} disabled={index === 0} onClick={() => move(index, -1)} />
                <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={`下移“${option.label}”`} disabled={index === options.length - 1} onClick={() => move(index, 1)} />
                <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={`删除“${option.label}”`} disabled={options.length === 1} onClick={() => onChange(options.filter((_, at) => at !== index))} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="fd-hint">左边是申请人看到的文字，右边是存下来的值；规则里比较的是值。</p>
      {disabled ? null : <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...options, { value: newValue(options), label: `选项 ${options.length + 1}` }])}>加选项</Button>}
    </>
  );
}

/** A text that is not taken while it is empty or, for a value, another option has it. */
function OptionText({ label, value, most, disabled, taken = [], onChange }: { readonly label: string; readonly value: string; readonly most: number; readonly disabled: boolean; readonly taken?: readonly string[]; readonly onChange: (value: string) => void }) {
  const [refused, setRefused] = useState<string>();
  const change = (text: string): void => {
    const wrong = text.trim() === '' || taken.includes(text);
    setRefused(wrong ? text : undefined);
    if (!wrong) onChange(text);
  };
  return <Input size="small" aria-label={label} value={refused ?? value} maxLength={most} disabled={disabled} status={refused === undefined ? '' : 'error'} title={refused === undefined ? label : refused.trim() === '' ? '不能为空' : '与其他选项的值相同'} onChange={({ target }) => change(target.value)} onBlur={() => setRefused(undefined)} />;
}
