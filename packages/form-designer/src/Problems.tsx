import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { type DefinitionProblem, findField, listRules } from '@tongban/form-model';
import type { Designing } from './designing.ts';
import type { Target } from './edit/edited.ts';

/** What keeps the form from being used, found as one types; each leads to its place (FRM-03). */
export function Problems({ designing }: { readonly designing: Designing }) {
  const { problems, select } = designing;
  if (problems.length === 0) return <p className="fd-fine" role="status"><CheckCircleOutlined /> 没有发现问题，可以预览。</p>;
  return (
    <div className="fd-problems">
      <p role="status">{`${problems.length} 个问题，改好之前不能提交审核`}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code} ${problem.message}`}>
            <button type="button" onClick={() => select(placeOf(problem, designing))}><ExclamationCircleOutlined /> {problem.message}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf({ fieldId, path }: DefinitionProblem, { definition }: Designing): Target {
  if (fieldId !== undefined && findField(definition, fieldId) !== undefined) return { kind: 'field', id: fieldId };
  const [id = ''] = path.split(/[.[]/);
  if (definition.sections.some((section) => section.id === id)) return { kind: 'section', id };
  const rule = listRules(definition).find(({ owner }) => owner.kind === 'check' && owner.id === id);
  return rule?.tableId === undefined ? { kind: 'form' } : { kind: 'field', id: rule.tableId };
}
