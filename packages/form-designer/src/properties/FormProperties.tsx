import { listFields } from '@tongban/form-model';
import type { Designing } from '../designing.ts';
import { changeForm } from '../edit/edits.ts';
import { ChecksEditor } from './ChecksEditor.tsx';
import { useDesignerHost } from './host.ts';
import { ChoicesProperty, TextProperty } from './inputs.tsx';

/** What belongs to the form as a whole. */
export function FormProperties({ designing }: { readonly designing: Designing }) {
  const { definition, apply, readOnly: disabled } = designing;
  const { questions } = useDesignerHost();
  const change = (changes: Readonly<Record<string, unknown>>): void => apply(changeForm(definition, changes), `form ${Object.keys(changes)[0] ?? ''}`);
  const parameters = definition.parameters ?? [];
  const options = [...questions.map(({ name, label }) => ({ value: name, label: `${label}　${name}` })), ...parameters.filter((name) => !questions.some((question) => question.name === name)).map((name) => ({ value: name, label: `${name}　事项没有这个问题` }))];
  return (
    <div className="fd-properties" aria-label="属性" role="group">
      <h3>表单</h3>
      <TextProperty label="标题" value={definition.title} required maxLength={200} disabled={disabled} onChange={(title) => change({ title })} />
      <TextProperty label="填表须知" value={definition.note} maxLength={2_000} lines={2} disabled={disabled} onChange={(note) => change({ note })} />
      <ChoicesProperty label="规则里读取情形引导的哪些回答" value={parameters} disabled={disabled} options={options} placeholder="都不读取" hint="选了之后，规则里可以用它们的标识，值是选项的标识。" onChange={(next) => change({ parameters: next })} />
      <ChecksEditor title="几项内容之间的校验" checks={definition.checks ?? []} fields={listFields(definition)} tableId={undefined} designing={designing} onChange={(checks) => change({ checks: checks.length === 0 ? undefined : checks })} most={100} />
    </div>
  );
}
