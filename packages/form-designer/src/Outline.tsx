import { columnsOf, type Field } from '@tongban/form-model';
import { type Designing, problemsOf } from './designing.ts';
import { isTarget, type Target } from './edit/edited.ts';

/** The structure of a form as a list: groups, their fields, columns below their table. */
export function Outline({ designing }: { readonly designing: Designing }) {
  const { definition } = designing;
  return (
    <ul className="fd-outline">
      {definition.sections.map((section) => (
        <li key={section.id}>
          <Entry target={{ kind: 'section', id: section.id }} label={section.title ?? '没有标题的分组'} designing={designing} />
          <ul>
            {section.rows.flatMap(({ cells }) => cells).flatMap((cell) => (cell.kind === 'field' ? [<FieldEntry key={cell.field.id} field={cell.field} designing={designing} />] : []))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function FieldEntry({ field, designing }: { readonly field: Field; readonly designing: Designing }) {
  const columns = columnsOf(field);
  return (
    <li>
      <Entry target={{ kind: 'field', id: field.id }} label={field.label} designing={designing} />
      {columns.length === 0 ? null : <ul>{columns.map((column) => <li key={column.id}><Entry target={{ kind: 'field', id: column.id }} label={column.label} designing={designing} /></li>)}</ul>}
    </li>
  );
}

function Entry({ target, label, designing }: { readonly target: Target; readonly label: string; readonly designing: Designing }) {
  const { selected, select, problems } = designing;
  const wrong = target.kind === 'field' && problemsOf(problems, target.id).length > 0;
  return <button type="button" aria-current={isTarget(selected, target) || undefined} data-wrong={wrong || undefined} onClick={() => select(target)}>{label}{wrong ? <span className="fd-wrong">（有问题）</span> : null}</button>;
}
