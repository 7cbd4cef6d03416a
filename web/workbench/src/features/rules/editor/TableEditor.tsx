import { CopyOutlined, DeleteOutlined, DownOutlined, InsertRowBelowOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { hitPolicies, hitPolicyLabels, typeLabels, type HitPolicy, type ValueShape } from '@tongban/decision-tables';
import { App, Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { DecisionGrid } from '../grid/DecisionGrid.tsx';
import type { DecisionGridProps, GridGoal } from '../grid/grid-props.ts';
import { rowAction, type RowAction } from '../grid/row-actions.ts';
import { readCell } from '../model/cells.ts';
import { labelOf, replaceDecision, type RuleDecision, type RuleInput, type RuleTable } from '../model/draft.ts';
import { duplicateColumn, insertInput, insertOutput, moveColumn, placeOf, removeColumn, type Area } from '../model/edit-table.ts';
import { cellVocabulary, columnLabel, columnShape, nameTypes, readableShapes, withRequirements } from '../model/names.ts';
import { text } from '../text.ts';
import { ConditionDialog, ResultDialog } from './ColumnDialog.tsx';
import type { SectionProps } from './section.ts';

const words = text.table;

interface TableEditorProps extends Pick<SectionProps, 'draft' | 'judgement' | 'disabled' | 'change'> {
  decision: RuleDecision;
  table: RuleTable;
  goal: GridGoal | undefined;
  marked: ReadonlySet<number>;
  hits: DecisionGridProps['hits'];
}

/** What is open beside the grid: a new column, or one being changed. */
type Dialog = { readonly kind: 'input' | 'output'; readonly column: number | undefined };

/** A decision table with its tools: hit policy, columns, rows, and the grid itself. */
export function TableEditor({ draft, judgement, disabled, change, decision, table, goal, marked, hits }: TableEditorProps) {
  const { content } = draft;
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>();
  // Only the tools look at what is chosen; nothing is drawn again for it.
  const area = useRef<Area>({ top: 0, bottom: 0, left: 0, right: 0 });
  const [own, setOwn] = useState<GridGoal>();
  // What the page asks for now comes before where the tools led last.
  useEffect(() => { setOwn(undefined); }, [goal]);
  const shapes = useMemo(() => readableShapes(content, decision.id), [content, decision.id]);
  const names = useMemo(() => nameTypes(shapes), [shapes]);
  const problems = useMemo(() => judgement.problems.filter((problem) => problem.decision === decision.name), [judgement.problems, decision.name]);
  const put = (next: RuleTable, part: string, inputs: RuleInput[] = content.inputs) => {
    const withTable = replaceDecision({ ...content, inputs }, decision.id, (before) => ({ ...before, logic: next }));
    change({ ...draft, content: withRequirements(withTable, decision.id) }, part);
  };
  const rows = (action: RowAction) => {
    const done = rowAction(table, area.current, action);
    if (!done) return;
    put(done.table, `rows ${decision.id} ${action} ${area.current.top}`);
    setOwn({ row: done.top, column: area.current.left });
  };
  const heads = headsOf(table, content, shapes);
  const edit = (column: number) => {
    const { kind } = placeOf(table, column);
    if (kind !== 'annotation') setDialog({ kind, column });
  };
  const remove = (column: number) => {
    put(removeColumn(table, column), `remove ${decision.id} ${column}`);
    void message.info(words.removed(heads[column]?.title ?? ''));
  };
  const close = () => {
    setDialog(undefined);
    setOwn({ row: area.current.top, column: area.current.left });
  };
  return (
    <>
      {disabled ? <p className="rule-tools">{words.policyOf(hitPolicyLabels[table.hitPolicy])}</p> : (
        <div className="rule-tools" role="toolbar" aria-label={words.tools}>
          <Select
            aria-label={words.hitPolicy} value={table.hitPolicy} style={{ width: 184 }} popupMatchSelectWidth={420}
            options={hitPolicies.map((policy) => ({ value: policy, label: `${policy}　${hitPolicyLabels[policy]}`, title: words.policies[policy] }))}
            optionRender={({ value, label }) => <div className="rule-policy"><span>{label}</span><small>{words.policies[value as HitPolicy]}</small></div>}
            onChange={(hitPolicy) => put({ ...table, hitPolicy }, `policy ${decision.id}`)}
          />
          <Button icon={<PlusOutlined />} disabled={table.inputs.length >= 30} onClick={() => setDialog({ kind: 'input', column: undefined })}>{words.addCondition}</Button>
          <Button icon={<PlusOutlined />} disabled={table.outputs.length >= 20} onClick={() => setDialog({ kind: 'output', column: undefined })}>{words.addResult}</Button>
          <span className="rule-tools__line" />
          <Button icon={<InsertRowBelowOutlined />} title={words.keys.insert} onClick={() => rows('insert-below')}>{words.insert}</Button>
          <Button type="text" icon={<CopyOutlined />} title={words.keys.duplicate} aria-label={words.duplicate} onClick={() => rows('duplicate')} />
          <Button type="text" icon={<UpOutlined />} title={words.keys.up} aria-label={words.up} onClick={() => rows('up')} />
          <Button type="text" icon={<DownOutlined />} title={words.keys.down} aria-label={words.down} onClick={() => rows('down')} />
          <Button type="text" danger icon={<DeleteOutlined />} title={words.keys.remove} aria-label={words.remove} onClick={() => rows('remove')} />
        </div>
      )}
      <p className="rule-policy-note muted small">{words.policies[table.hitPolicy]}</p>
      <DecisionGrid
        id={decision.id} label={labelOf(decision)} table={table} heads={heads} problems={problems} marked={marked} hits={hits} disabled={disabled} goal={own ?? goal}
        read={(source, column) => readCell(source, cellPlace(table, column, shapes, names))}
        vocabularyOf={(column) => {
          const { kind, index } = placeOf(table, column);
          const [input, output] = [table.inputs[index], table.outputs[index]];
          return kind === 'input' && input ? cellVocabulary({ input }, shapes) : kind === 'output' && output ? cellVocabulary({ output }, shapes) : { names: [], values: [] };
        }}
        onChange={put} onArea={(chosen) => { area.current = chosen; }} onColumn={edit} onRemove={remove}
        onMove={(column, step) => put(moveColumn(table, column, step), `move ${decision.id} ${column} ${step}`)}
        onDuplicate={(column) => put(duplicateColumn(table, column), `copy ${decision.id} ${column}`)}
      />
      <p className="rule-keys faint small">{disabled ? words.readKeys : words.help}</p>
      {dialog?.kind === 'input' ? (
        <ConditionDialog
          column={dialog.column === undefined ? undefined : table.inputs[dialog.column]} shapes={shapes} onClose={close}
          onDone={(column, added) => {
            const next = dialog.column === undefined ? insertInput(table, table.inputs.length, column) : { ...table, inputs: table.inputs.map((before, index) => (index === dialog.column ? column : before)) };
            put(next, `column ${column.id}`, added ? [...content.inputs, added] : content.inputs);
            close();
          }}
        />
      ) : null}
      {dialog?.kind === 'output' ? (
        <ResultDialog
          column={dialog.column === undefined ? undefined : table.outputs[dialog.column - table.inputs.length]} shapes={shapes} onClose={close}
          others={table.outputs.filter((_, index) => dialog.column === undefined || index !== dialog.column - table.inputs.length).map(({ name }) => name)}
          onDone={(column) => {
            const at = dialog.column === undefined ? undefined : dialog.column - table.inputs.length;
            put(at === undefined ? insertOutput(table, table.outputs.length, column) : { ...table, outputs: table.outputs.map((before, index) => (index === at ? column : before)) }, `column ${column.id}`);
            close();
          }}
        />
      ) : null}
    </>
  );
}

function headsOf(table: RuleTable, content: SectionProps['draft']['content'], shapes: ReadonlyMap<string, ValueShape>): DecisionGridProps['heads'] {
  return [
    ...table.inputs.map((column) => {
      const { type, allowedValues } = columnShape(column, shapes);
      const title = columnLabel(column, content);
      return { title, truth: type === 'boolean', detail: [title === column.expression ? '' : column.expression, typeLabels[type], allowedValues ?? ''].filter(Boolean).join(' · ') };
    }),
    ...table.outputs.map((output) => ({ title: labelOf(output), truth: output.type === 'boolean', detail: [words.result, typeLabels[output.type], output.allowedValues ?? ''].filter(Boolean).join(' · ') })),
    { title: text.grid.annotation, detail: '' },
  ];
}

function cellPlace(table: RuleTable, column: number, shapes: ReadonlyMap<string, ValueShape>, names: ReturnType<typeof nameTypes>): Parameters<typeof readCell>[1] {
  const { kind, index } = placeOf(table, column);
  const input = table.inputs[index];
  if (kind === 'annotation') return { kind, type: 'text', names };
  if (kind === 'output') return { kind, type: table.outputs[index]?.type ?? 'any', names };
  const shape = input ? columnShape(input, shapes) : undefined;
  return { kind, type: shape?.list === true ? 'any' : shape?.type ?? 'any', names };
}
