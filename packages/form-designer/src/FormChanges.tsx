import { diffDefinitions, type DefinitionChangeKind, type FormDefinition } from '@tongban/form-model';
import { useMemo } from 'react';

const NAMES: Readonly<Record<DefinitionChangeKind, string>> = {
  'added': '新增', 'removed': '删除', 'type-changed': '换控件', 'moved-table': '移动', 'now-required': '改为必填', 'no-longer-required': '不再必填', 'label-changed': '改名', 'options-changed': '改选项', 'rules-changed': '改规则',
};

/** What changed from one version of a form to the next, field by field (FRM-03). */
export function FormChanges({ older, newer }: { readonly older: FormDefinition; readonly newer: FormDefinition }) {
  const changes = useMemo(() => diffDefinitions(older, newer), [older, newer]);
  if (changes.length === 0) return <p className="fd-faint">字段与比较的版本相同；版面和文字说明可能有改动。</p>;
  return (
    <table className="fd-changes">
      <thead><tr><th scope="col">字段</th><th scope="col">改动</th><th scope="col">说明</th></tr></thead>
      <tbody>{changes.map(({ kind, path, label, message }) => <tr key={`${path} ${kind}`} data-kind={kind}><td>{label}</td><td>{NAMES[kind]}</td><td>{message}</td></tr>)}</tbody>
    </table>
  );
}
