import { elementInfo, type ElementName } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, InputNumber, Radio, Select, Space } from 'antd';
import { useContentWords } from '../../shared/content/use-content-words.ts';
import { clearable } from '../../shared/form/clearable.tsx';
import { DateField } from '../../shared/list/DateField.tsx';
import { useEntries } from '../../shared/use-dictionary.ts';
import { text } from './text.ts';

const words = text.task;

interface ElementInputProps { name: ElementName; value: unknown; onChange: (value: unknown) => void }

/** The control of one element; what is a list of entries is filled in by Excel. */
export function ElementInput({ name, value, onChange }: ElementInputProps) {
  const { kind, dictionary = '' } = elementInfo[name];
  const id = `answer-${name}`;
  switch (kind) {
    case 'line': return <Input id={id} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'text': return <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'lines': return <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 10 }} value={linesOf(value).join('\n')} onChange={(event) => onChange(event.target.value.split('\n'))} onBlur={() => onChange(linesOf(value).map((line) => line.trim()).filter(Boolean))} />;
    case 'number': return <InputNumber id={id} min={0} max={9} precision={0} value={typeof value === 'number' ? value : null} onChange={(next) => onChange(next ?? undefined)} />;
    case 'yes-no': return <Radio.Group id={id} value={value} options={[{ value: true, label: words.yes }, { value: false, label: words.no }]} onChange={(event) => onChange(event.target.value)} />;
    case 'date': return <DateField id={id} value={typeof value === 'string' ? value : undefined} onChange={onChange} />;
    case 'code': case 'codes': return dictionary === '' ? <SheetOnly name={name} value={value} /> : <CodeInput id={id} dictionary={dictionary} many={kind === 'codes'} value={value} onChange={onChange} />;
    case 'limit': return <LimitInput id={id} value={value} onChange={onChange} />;
    default: return <SheetOnly name={name} value={value} />;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function linesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((line): line is string => typeof line === 'string') : [];
}

function SheetOnly({ name, value }: Pick<ElementInputProps, 'name' | 'value'>) {
  const describe = useContentWords();
  return <><p style={{ whiteSpace: 'pre-wrap' }}>{describe(name, value)}</p><p className="faint small">{words.sheetOnly}</p></>;
}

function CodeInput({ id, dictionary, many, value, onChange }: { id: string; dictionary: string; many: boolean; value: unknown; onChange: (value: unknown) => void }) {
  const options = useEntries(dictionary);
  if (many) return <Select id={id} mode="multiple" value={linesOf(value)} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => onChange(next)} />;
  return <Select id={id} value={typeof value === 'string' ? value : undefined} allowClear={clearable} options={options} onChange={(next: string | undefined) => onChange(next)} />;
}

interface Limit { days?: number; unit?: string; explanation?: string }

function LimitInput({ id, value, onChange }: { id: string; value: unknown; onChange: (value: unknown) => void }) {
  const limit: Limit = typeof value === 'object' && value !== null ? value : {};
  return (
    <Space>
      <InputNumber id={id} min={0} max={3650} precision={0} value={limit.days ?? null} onChange={(days) => onChange(days === null ? undefined : { ...limit, days, unit: limit.unit ?? 'working-day' })} />
      <Select
        aria-label={words.working} value={limit.unit ?? 'working-day'} style={{ width: 110 }} options={[{ value: 'working-day', label: words.working }, { value: 'calendar-day', label: words.calendar }]}
        onChange={(unit: string) => onChange({ ...limit, unit })}
      />
    </Space>
  );
}
