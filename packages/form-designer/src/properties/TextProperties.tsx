import type { TextCell } from '@tongban/form-model';
import type { Designing } from '../designing.ts';
import type { Target } from '../edit/edited.ts';
import { changeCell } from '../edit/edits.ts';
import { ExpressionInput } from '../expression/ExpressionInput.tsx';
import { useDesignerHost } from './host.ts';
import { ChoiceProperty, TextProperty } from './inputs.tsx';

const STYLES = [{ value: 'note', label: '说明' }, { value: 'heading', label: '小标题' }, { value: 'vertical', label: '竖排（只在纸面）' }];

/** Words and look of a fixed text. */
export function TextProperties({ cell, target, designing }: { readonly cell: TextCell; readonly target: Target; readonly designing: Designing }) {
  const { definition, apply, readOnly: disabled } = designing;
  const { environment } = useDesignerHost();
  const change = (changes: Readonly<Record<string, unknown>>): void => apply(changeCell(definition, target, changes), `text ${Object.keys(changes)[0] ?? ''}`);
  return (
    <div className="fd-properties" aria-label="属性" role="group">
      <h3>固定文字</h3>
      <TextProperty label="文字" hint="空着的是纸面上的空白格，屏幕上不显示。" value={cell.text} maxLength={2_000} lines={3} disabled={disabled} onChange={(text) => change({ text: text ?? '' })} />
      <ChoiceProperty label="样式" value={cell.style ?? 'note'} clearable={false} disabled={disabled} options={STYLES} onChange={(style) => change({ style })} />
      <ExpressionInput label="什么时候显示" placeholder="一直显示" value={cell.visibleWhen} definition={definition} context={environment} disabled={disabled} onChange={(visibleWhen) => change({ visibleWhen })} />
    </div>
  );
}
