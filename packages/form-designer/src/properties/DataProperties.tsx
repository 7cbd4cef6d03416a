import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { Field } from '@tongban/form-model';
import { Button, Checkbox } from 'antd';
import { type DataElement, useDesignerHost } from './host.ts';
import { ChoiceProperty, FlagProperty } from './inputs.tsx';

interface DataPropertiesProps {
  readonly field: Field;
  readonly disabled: boolean;
  readonly change: (changes: Readonly<Record<string, unknown>>) => void;
}

/** Which data element a field is, and where it is filled in from (FRM-02). */
export function DataProperties({ field, disabled, change }: DataPropertiesProps) {
  const { dataElements } = useDesignerHost();
  const fitting = dataElements.filter(({ types }) => types.includes(field.type));
  const bound = dataElements.find(({ code }) => code === field.dataElement);
  const options = fitting.map(({ code, name, format, meaning }) => ({ value: code, label: [name, code, format, meaning].filter((part) => part !== '').join('　') }));
  // One that the dictionary does not have, or that no longer fits, stays visible.
  const known = field.dataElement === undefined || options.some(({ value }) => value === field.dataElement) ? options : [...options, { value: field.dataElement, label: bound === undefined ? `${field.dataElement}　不在字典里` : `${bound.name}　${bound.code}　与控件不符` }];
  const bind = (dataElement: string | undefined): void => {
    const sensitive = dataElements.some(({ code, sensitive: hidden }) => code === dataElement && hidden);
    change({ dataElement, prefillFrom: undefined, ...(sensitive ? { sensitive: true } : {}) });
  };
  return (
    <>
      <ChoiceProperty
        label="数据元" value={field.dataElement} disabled={disabled} options={known} placeholder={fitting.length === 0 ? '没有适合这种控件的数据元' : '不绑定，可按名称、代码查找'}
        hint={bound === undefined ? '绑定后，已经掌握的信息自动填入；几个表单里同一数据元只问一次。' : bound.sources.length > 0 ? '申请人看得到内容来自哪里。用户空间以外的来源，申请人同意后才读取。' : '没有自动填入的来源，由申请人填写。'}
        onChange={bind}
      />
      {bound !== undefined && bound.sources.length > 0 ? <SourceOrder field={field} element={bound} disabled={disabled} change={change} /> : null}
      <FlagProperty label="敏感信息" hint="显示时遮盖，查看全文要写用途并留痕。" value={field.sensitive} disabled={disabled} onChange={(sensitive) => change({ sensitive })} />
    </>
  );
}

/** The sources of a field in the order in which they are asked; the order of the data element until it is changed here. */
function SourceOrder({ field, element: { sources }, disabled, change }: DataPropertiesProps & { readonly element: DataElement }) {
  const own = field.prefillFrom;
  const used = own === undefined ? sources : own.flatMap((id) => sources.filter((source) => source.id === id));
  const unused = sources.filter(({ id }) => !used.some((source) => source.id === id));
  const set = (order: readonly { id: string }[]): void => change({ prefillFrom: order.map(({ id }) => id) });
  const move = (index: number, by: number): void => {
    const moved = [...used];
    const [source] = moved.splice(index, 1);
    if (source !== undefined) moved.splice(index + by, 0, source);
    set(moved);
  };
  return (
    <div className="fd-field" role="group" aria-label="自动填入的来源">
      <span>自动填入的来源，依次取</span>
      <ul className="fd-sources">
        {used.map((source, index) => (
          <li key={source.id}>
            <Checkbox checked disabled={disabled} onChange={() => set(used.filter(({ id }) => id !== source.id))}>{`${index + 1}. ${source.label}`}</Checkbox>
            {disabled || used.length < 2 ? null : (
              <span className="fd-options__actions">
                <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={`先取“${source.label}”`} disabled={index === 0} onClick={() => move(index, -1)} />
                <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={`后取“${source.label}”`} disabled={index === used.length - 1} onClick={() => move(index, 1)} />
              </span>
            )}
          </li>
        ))}
        {unused.map((source) => <li key={source.id}><Checkbox checked={false} disabled={disabled} onChange={() => set([...used, source])}>{source.label}</Checkbox></li>)}
      </ul>
      <p className="fd-hint">{own === undefined ? '这是数据元的次序，可以为这个栏目另定。' : used.length === 0 ? '全部去掉了，这个栏目不自动填入。' : '这个栏目用自己的次序；有内容的第一个来源填入。'}</p>
      {own === undefined || disabled ? null : <Button size="small" onClick={() => change({ prefillFrom: undefined })}>改回数据元的次序</Button>}
    </div>
  );
}
