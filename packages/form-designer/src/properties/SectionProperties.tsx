import { DeleteOutlined, CopyOutlined } from '@ant-design/icons';
import type { Section } from '@tongban/form-model';
import { Button } from 'antd';
import type { Designing } from '../designing.ts';
import { changeSection, duplicate } from '../edit/edits.ts';
import { ExpressionInput } from '../expression/ExpressionInput.tsx';
import { useDesignerHost } from './host.ts';
import { TextProperty } from './inputs.tsx';
import { SharedGroup } from './SharedGroup.tsx';

/** Title, note and condition of a group. */
export function SectionProperties({ section, designing }: { readonly section: Section; readonly designing: Designing }) {
  const { definition, apply, remove, readOnly: disabled } = designing;
  const { environment } = useDesignerHost();
  const change = (changes: Readonly<Record<string, unknown>>): void => apply(changeSection(definition, section.id, changes), `${section.id} ${Object.keys(changes)[0] ?? ''}`);
  return (
    <div className="fd-properties" aria-label="属性" role="group">
      <h3>分组</h3>
      <TextProperty label="标题" value={section.title} maxLength={120} disabled={disabled} onChange={(title) => change({ title })} />
      <TextProperty label="说明" value={section.note} maxLength={1_000} lines={2} disabled={disabled} onChange={(note) => change({ note })} />
      <ExpressionInput label="什么时候显示" placeholder="一直显示" value={section.visibleWhen} definition={definition} context={environment} disabled={disabled} onChange={(visibleWhen) => change({ visibleWhen })} />
      <SharedGroup section={section} designing={designing} />
      {disabled ? null : (
        <p className="fd-actions">
          <Button size="small" icon={<CopyOutlined />} onClick={() => apply(duplicate(definition, { kind: 'section', id: section.id }), 'duplicate')}>复制分组</Button>{' '}
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove({ kind: 'section', id: section.id })}>删除分组</Button>
        </p>
      )}
    </div>
  );
}
