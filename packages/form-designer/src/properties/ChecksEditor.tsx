import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Check } from '@tongban/form-model';
import { Button, Select } from 'antd';
import type { Designing } from '../designing.ts';
import { newId } from '../edit/controls.ts';
import { ExpressionInput } from '../expression/ExpressionInput.tsx';
import { useDesignerHost } from './host.ts';
import { TextProperty } from './inputs.tsx';

interface ChecksEditorProps {
  readonly title: string;
  readonly checks: readonly Check[];
  /** Fields a message can be shown at. */
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  readonly tableId: string | undefined;
  readonly designing: Designing;
  readonly most: number;
  readonly onChange: (checks: readonly Check[]) => void;
}

/** Rules over several answers: what must hold, what is said when it does not, and where. */
export function ChecksEditor({ title, checks, fields, tableId, designing, most, onChange }: ChecksEditorProps) {
  const { environment } = useDesignerHost();
  const { definition, readOnly: disabled } = designing;
  const change = (index: number, part: Partial<Check>): void => onChange(checks.map((check, at) => (at === index ? { ...check, ...part } : check)));
  const [first] = fields;
  return (
    <div className="fd-field">
      <span>{title}</span>
      {checks.map((check, index) => (
        <fieldset key={check.id} className="fd-check">
          <legend>{`第 ${index + 1} 条`}</legend>
          <ExpressionInput label="必须成立" value={check.expression} definition={definition} tableId={tableId} context={environment} disabled={disabled} onChange={(expression) => { if (expression !== undefined) change(index, { expression }); }} />
          <TextProperty label="不成立时提示" value={check.message} required maxLength={200} disabled={disabled} onChange={(message) => { if (message !== undefined) change(index, { message }); }} />
          <label className="fd-field">提示在哪里
            <Select mode="multiple" value={[...check.fieldIds]} disabled={disabled} maxCount={10} options={fields.map(({ id, label }) => ({ value: id, label }))} onChange={(fieldIds: string[]) => { if (fieldIds.length > 0) change(index, { fieldIds }); }} />
          </label>
          {disabled ? null : <Button size="small" danger type="text" icon={<DeleteOutlined />} onClick={() => onChange(checks.filter((_, at) => at !== index))}>删除这条</Button>}
        </fieldset>
      ))}
      {disabled || first === undefined || checks.length >= most ? null : (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...checks, { id: newId('check', new Set(checks.map(({ id }) => id))), expression: `${first.id} != null`, message: `请核对“${first.label}”。`.slice(0, 200), fieldIds: [first.id] }])}>加校验</Button>
      )}
    </div>
  );
}
