import type { Field, FieldCell, FieldType } from '@tongban/form-model';
import type { ReactNode } from 'react';
import { type Designing, problemsOf } from '../designing.ts';
import { CONTROL_GROUPS, controlLabel, isFieldType } from '../edit/controls.ts';
import { changeCell, changeField, changeId, changeKind } from '../edit/edits.ts';
import { ExpressionInput } from '../expression/ExpressionInput.tsx';
import { DataProperties } from './DataProperties.tsx';
import { useDesignerHost } from './host.ts';
import { ChoiceProperty, FlagProperty, NumberProperty, TextProperty } from './inputs.tsx';
import { KindProperties } from './KindProperties.tsx';

interface FieldPropertiesProps {
  readonly field: Field;
  readonly tableId: string | undefined;
  readonly cell: FieldCell | undefined;
  readonly designing: Designing;
}

/** Everything of one field or column. */
export function FieldProperties({ field, tableId, cell, designing }: FieldPropertiesProps) {
  const { apply, definition, readOnly: disabled } = designing;
  const change = (changes: Readonly<Record<string, unknown>>): void => apply(changeField(definition, field.id, changes), `${field.id} ${Object.keys(changes)[0] ?? ''}`);
  const wrong = problemsOf(designing.problems, field.id).filter(({ code }) => !EXPRESSION_FAULTS.test(code));
  return (
    <div className="fd-properties" aria-label="属性" role="group">
      <h3>{tableId === undefined ? controlLabel(field.type) : `${controlLabel(field.type)}（列）`}</h3>
      {wrong.map(({ message }) => <p key={message} className="fd-wrong">{message}</p>)}
      <TextProperty label="名称" value={field.label} required maxLength={120} disabled={disabled} onChange={(label) => change({ label })} />
      <TextProperty label="填写说明" value={field.help} maxLength={500} lines={2} disabled={disabled} onChange={(help) => change({ help })} />
      {WRITTEN.has(field.type) ? <TextProperty label="输入框里的提示" value={field.placeholder} maxLength={120} disabled={disabled} onChange={(placeholder) => change({ placeholder })} /> : null}
      {field.computed === undefined ? <FlagProperty label="必填" value={field.required} disabled={disabled} onChange={(required) => change({ required })} /> : null}
      <KindProperties field={field} disabled={disabled} change={change} designing={designing} />
      <Group title="规则"><Rules field={field} tableId={tableId} designing={designing} change={change} /></Group>
      <Group title="数据"><DataProperties field={field} disabled={disabled} change={change} /></Group>
      <Group title="纸面">
        {cell === undefined
          ? <NumberProperty label="列宽（占表格的百分之几）" value={field.printWidth} minimum={1} maximum={100} disabled={disabled} onChange={(printWidth) => change({ printWidth })} />
          : <NumberProperty label="名称占几格（0 为写在上面）" hint="每行共 12 格；格子的合并在“纸面”里改。" value={cell.labelSpan} minimum={0} maximum={11} disabled={disabled} onChange={(labelSpan) => apply(changeCell(definition, { kind: 'field', id: field.id }, { labelSpan }), `${field.id} labelSpan`)} />}
      </Group>
      <Group title="控件和标识"><Identity field={field} tableId={tableId} designing={designing} /></Group>
    </div>
  );
}

/** Kinds of field that are typed into. */
const WRITTEN: ReadonlySet<FieldType> = new Set(['text', 'multiline', 'number', 'money', 'personName', 'residentId', 'creditCode', 'mobile']);

/** Faults that the expression's own input shows. */
const EXPRESSION_FAULTS = /^(?:circular|unknown-name|unknown-function|syntax|incomplete|empty|too-|membership|comparison|not-boolean|system-clock|function-definition|partial|context-reference|range-too-long|name-is-function)/;

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="fd-group" open={title === '规则'}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface PartProps { readonly field: Field; readonly change: (changes: Readonly<Record<string, unknown>>) => void }

function Rules({ field, tableId, designing, change }: PartProps & { readonly tableId: string | undefined; readonly designing: Designing }) {
  const { definition, problems, readOnly: disabled } = designing;
  const { environment } = useDesignerHost();
  // A circle is told at the rule that can break it.
  const circles = problems.filter(({ code, fieldId }) => code === 'circular' && fieldId === field.id).map(({ message }) => message);
  const rule = { definition, tableId, context: environment, disabled };
  const computable = field.type !== 'table' && field.type !== 'attachment' && field.type !== 'image' && field.type !== 'signature';
  return (
    <>
      <ExpressionInput {...rule} label="什么时候显示" placeholder="一直显示" value={field.visibleWhen} problems={field.computed === undefined ? circles : []} onChange={(visibleWhen) => change({ visibleWhen })} />
      {field.required === true ? null : <ExpressionInput {...rule} label="什么时候必填" placeholder="不必填" value={field.requiredWhen} onChange={(requiredWhen) => change({ requiredWhen })} />}
      {computable ? <ExpressionInput {...rule} label="自动计算" placeholder="由申请人填写" value={field.computed} problems={field.computed === undefined ? [] : circles} onChange={(computed) => change({ computed })} /> : null}
      {field.computed === undefined ? (
        <>
          <FlagProperty label="只读" hint="只显示预填的内容，申请人不能改。" value={field.readOnly} disabled={disabled} onChange={(readOnly) => change({ readOnly })} />
          {field.readOnly === true ? null : <ExpressionInput {...rule} label="什么时候只读" placeholder="可以修改" value={field.readOnlyWhen} onChange={(readOnlyWhen) => change({ readOnlyWhen })} />}
        </>
      ) : null}
    </>
  );
}

function Identity({ field, tableId, designing }: { readonly field: Field; readonly tableId: string | undefined; readonly designing: Designing }) {
  const { definition, apply, readOnly: disabled } = designing;
  const { fixedIds } = useDesignerHost();
  const fixed = fixedIds.has(field.id);
  const kinds = CONTROL_GROUPS.flatMap(({ controls }) => controls).filter(({ control }) => isFieldType(control) && control !== 'table').map(({ control, label }) => ({ value: control, label }));
  return (
    <>
      {field.type === 'table' ? null : (
        <ChoiceProperty
          label="控件" value={field.type} clearable={false} disabled={disabled} options={kinds} {...(fixed ? { hint: '草稿里已经填写的内容能转换的自动转换，不能转换的请申请人重填。' } : {})}
          onChange={(type) => { const kind = kinds.find(({ value }) => value === type)?.value; if (kind !== undefined && isFieldType(kind)) apply(changeKind(definition, field.id, kind), `${field.id} type`); }}
        />
      )}
      <TextProperty
        label="标识" value={field.id} required maxLength={64} disabled={disabled || fixed} check={(id) => (/^[A-Za-z_\u3400-\u9fff][A-Za-z0-9_\u3400-\u9fff]*$/.test(id) ? undefined : '标识由汉字、字母、数字和下划线组成，不以数字开头。')}
        hint={fixed ? '已发布版本用着这个标识，草稿按它保留内容，不能修改。' : tableId === undefined ? '规则里用它指这个字段，可以用汉字，如“建筑面积”。' : '规则里用“表格.列”指这一列的全部内容。'}
        onChange={(id) => { if (id !== undefined) apply(changeId(definition, field.id, id), `${field.id} id`); }}
      />
    </>
  );
}
