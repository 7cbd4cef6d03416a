import { hitPolicyLabels, typeLabels } from '@tongban/decision-tables';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { compareVersions, isUnchanged, type ChangeKind, type Compared, type ComparedColumn, type ComparedDecision, type ComparedTable } from '../model/compare.ts';
import { describeTestCase } from '../model/describe-values.ts';
import { labelOf, type RuleInput } from '../model/draft.ts';
import { text } from '../text.ts';

const words = text.compare;
const tones = { added: 'done', removed: 'danger', changed: 'warning', same: 'neutral' } as const;

interface Side { content: RuleSetContent; testCases: readonly RuleTestCase[] }

/** What differs between two versions: data, then each decision row by row, then test cases. */
export function CompareView({ before, after }: { before: Side; after: Side }) {
  const comparison = useMemo(() => compareVersions(before, after), [before, after]);
  const [all, setAll] = useState(false);
  if (isUnchanged(comparison)) return <p className="muted" role="status">{words.same}</p>;
  const changed = <T extends { kind: ChangeKind }>(entries: readonly T[]) => entries.filter(({ kind }) => kind !== 'same');
  const [inputs, decisions, tests] = [changed(comparison.inputs), changed(comparison.decisions), changed(comparison.testCases)];
  return (
    <div className="rule-compare">
      <p><Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>{words.all}</Checkbox></p>
      {inputs.length > 0 ? <Lines title={words.inputs} lines={inputs.map((one) => lineOf(one, labelOf, inputWords))} /> : null}
      {decisions.map((decision) => <DecisionChange key={(decision.after ?? decision.before)?.id} decision={decision} all={all} />)}
      {tests.length > 0 ? <Lines title={words.tests} lines={tests.map((one) => lineOf(one, ({ name }) => name, (testCase) => describeTestCase(after.content, testCase)))} /> : null}
    </div>
  );
}

interface Line { kind: ChangeKind; name: string; before: string | undefined; after: string | undefined }

function lineOf<T>({ kind, before, after }: Compared<T>, nameOf: (one: T) => string, wordsOf: (one: T) => string): Line {
  const one = after ?? before;
  return { kind, name: one === undefined ? '' : nameOf(one), before: before && wordsOf(before), after: after && wordsOf(after) };
}

function inputWords({ name, type, list, optional, allowedValues }: RuleInput): string {
  return [name, `${typeLabels[type]}${list === true ? words.ofList : ''}`, allowedValues ?? '', optional === true ? words.optional : ''].filter(Boolean).join('，');
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="rule-compare__lines">
        {lines.map(({ kind, name, before, after }) => (
          <li key={`${kind} ${name}`}><Tag tone={tones[kind]}>{words.kinds[kind]}</Tag><b>{name}</b><span className="small">{before === undefined || before === after ? null : <del>{before}</del>} {after === undefined ? null : <ins>{after}</ins>}</span></li>
        ))}
      </ul>
    </section>
  );
}

function DecisionChange({ decision, all }: { decision: ComparedDecision; all: boolean }) {
  const { kind, before, after, table } = decision;
  const one = after ?? before;
  if (!one) return null;
  const requires: [string, string] = [before?.requires.join('、') ?? '', after?.requires.join('、') ?? ''];
  return (
    <section>
      <h3>{labelOf(one)} <Tag tone={tones[kind]}>{words.kinds[kind]}</Tag></h3>
      {kind === 'changed' && before && after && before.name !== after.name ? <p className="small">{words.renamed(before.name, after.name)}</p> : null}
      {kind === 'changed' && requires[0] !== requires[1] ? <p className="small">{words.requires}<del>{requires[0]}</del> <ins>{requires[1]}</ins></p> : null}
      {table ? <TableChange table={table} all={all} /> : <LiteralChange before={before?.logic} after={after?.logic} />}
    </section>
  );
}

type Logic = RuleSetContent['decisions'][number]['logic'] | undefined;

function LiteralChange({ before, after }: { before: Logic; after: Logic }) {
  const source = (logic: Logic) => (logic === undefined ? undefined : logic.kind === 'expression' ? logic.expression : words.tableOf(logic.rules.length));
  const [old, next] = [source(before), source(after)];
  return <p className="code small">{old === undefined || old === next ? null : <del>{old}</del>} {next === undefined ? null : <ins>{next}</ins>}</p>;
}

function columnTitle({ side, after, before }: ComparedColumn): string {
  const column = after ?? before;
  if (side === 'annotation' || column === undefined) return text.grid.annotation;
  return column.label ?? ('expression' in column ? column.expression : column.name);
}

function TableChange({ table: { hitPolicy, columns, rows }, all }: { table: ComparedTable; all: boolean }) {
  const shown = all ? rows : rows.filter(({ kind }) => kind !== 'same');
  return (
    <>
      {hitPolicy.kind === 'changed' && hitPolicy.before && hitPolicy.after ? <p className="small">{words.hitPolicy}<del>{hitPolicyLabels[hitPolicy.before]}</del> <ins>{hitPolicyLabels[hitPolicy.after]}</ins></p> : null}
      {columns.some(({ kind }) => kind === 'changed') ? <p className="small">{words.columns(columns.filter(({ kind }) => kind === 'changed').map(columnTitle).join('、'))}</p> : null}
      {shown.length === 0 ? <p className="muted small">{words.rowsSame}</p> : (
        <div className="rule-scroll">
          <table className="rule-table rule-compare__table">
            <thead>
              <tr>
                <th scope="col">{words.before}</th><th scope="col">{words.after}</th>
                {columns.map((column) => <th key={column.id} scope="col" className={`is-${column.kind}`}>{columnTitle(column)}{column.kind === 'added' || column.kind === 'removed' ? <small>{words.kinds[column.kind]}</small> : null}</th>)}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                <tr key={index} className={`is-${row.kind}`}>
                  <td className="number">{row.before ?? '—'}</td><td className="number">{row.after ?? words.kinds.removed}</td>
                  {row.cells.map((cell, column) => (
                    <td key={columns[column]?.id ?? column} className={cell.kind === 'same' ? 'code' : 'code is-different'}>
                      {cell.kind === 'same' ? cell.after : <>{cell.before ? <del>{cell.before}</del> : null} {cell.after ? <ins>{cell.after}</ins> : null}</>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
