import { cellPath, type Cell, type ColumnField, evaluateForm, type Field, formatAnswer, type FormAnswers, type FormDefinition, type FormEvaluation, GRID_COLUMNS, type Section, type TableField } from '@tongban/form-model';
import type { ReactNode } from 'react';
import { filesOf } from './controls/FileControls.tsx';
import type { FormEnvironment } from './form-environment.ts';
import { layOutPaper, type PaperCell } from './paper-layout.ts';
import { formatOptionsOf } from './ReadOnlyValue.tsx';
import { rowsOf } from './set-answer.ts';

export interface PaperFormProps {
  readonly definition: FormDefinition;
  readonly answers: FormAnswers;
  readonly environment: FormEnvironment;
  /** Printed at the top right, such as the number of the case. */
  readonly reference?: string;
  /** An empty form to be filled in by hand: nothing is worked out, and what depends on conditions is there as well. */
  readonly blank?: boolean;
  /** Rows an empty table is printed with, to be filled in by hand; default 3. */
  readonly blankRows?: number;
}

interface Sheet extends PaperFormProps {
  readonly evaluation: FormEvaluation;
}

/** What stands where an answer does not apply, as on paper forms. */
const NOT_APPLICABLE = '／';

/** Draws a form as the paper form it stands for: one bordered grid with merged cells, A4 portrait in print (FRM-01). */
export function PaperForm(props: PaperFormProps) {
  const { definition, answers, environment, reference } = props;
  const sheet: Sheet = { ...props, evaluation: evaluateForm(definition, answers, environment) };
  return (
    <article className="tbf-paper">
      {reference !== undefined && <p className="tbf-paper__reference">{reference}</p>}
      <h3 className="tbf-paper__title">{definition.title}</h3>
      <table className="tbf-paper__grid">
        <colgroup>{Array.from({ length: GRID_COLUMNS }, (_, index) => <col key={index} style={{ width: `${100 / GRID_COLUMNS}%` }} />)}</colgroup>
        {definition.sections.map((section) => <SectionRows key={section.id} sheet={sheet} section={section} />)}
      </table>
      {definition.note !== undefined && <p className="tbf-paper__note">{`注：${definition.note}`}</p>}
    </article>
  );
}

function SectionRows({ sheet, section }: { readonly sheet: Sheet; readonly section: Section }) {
  return (
    <tbody>
      {section.title !== undefined && <tr><th colSpan={GRID_COLUMNS} scope="rowgroup" className="tbf-paper__section">{section.title}</th></tr>}
      {layOutPaper(section).map((row, index) => <tr key={index}>{row.map((cell) => <GridCell key={cell.key} sheet={sheet} placed={cell} />)}</tr>)}
    </tbody>
  );
}

function GridCell({ sheet, placed }: { readonly sheet: Sheet; readonly placed: PaperCell }): ReactNode {
  const span = { colSpan: placed.colSpan, rowSpan: placed.rowSpan };
  if (placed.content === undefined) return <td {...span} />;
  const { kind, cell } = placed.content;
  if (kind === 'label' && cell.kind === 'field') return <th {...span} scope="row" className="tbf-paper__label">{cell.field.label}</th>;
  if (cell.kind === 'text') {
    if (sheet.blank !== true && sheet.evaluation.hiddenTexts.has(cell)) return <td {...span} />;
    return cell.style === 'note' || cell.style === undefined ? <td {...span} className="tbf-paper__text">{cell.text}</td> : <th {...span} scope="rowgroup" className="tbf-paper__label" data-style={cell.style}>{cell.style === 'vertical' ? <span className="tbf-paper__vertical">{cell.text}</span> : cell.text}</th>;
  }
  return <td {...span} data-kind={cell.field.type}>{kind === 'whole' && <WholeLabel cell={cell} />}<AnswerText sheet={sheet} field={cell.field} /></td>;
}

function WholeLabel({ cell }: { readonly cell: Extract<Cell, { kind: 'field' }> }): ReactNode {
  const { field } = cell;
  return field.type === 'boolean' && field.mustBeTrue === true ? null : <p className="tbf-paper__above">{field.label}</p>;
}

function AnswerText({ sheet, field }: { readonly sheet: Sheet; readonly field: Field }): ReactNode {
  const state = sheet.evaluation.fields[field.id];
  if (sheet.blank === true && field.type !== 'table') return <ValueText sheet={sheet} field={field} value={undefined} />;
  if (sheet.blank !== true && state?.visible !== true) return NOT_APPLICABLE;
  if (field.type === 'table') return <TableText sheet={sheet} table={field} />;
  return <ValueText sheet={sheet} field={field} value={state?.computed === true ? state.value : sheet.answers[field.id]} />;
}

function ValueText({ sheet, field, value }: { readonly sheet: Sheet; readonly field: ColumnField; readonly value: unknown }): ReactNode {
  const { environment } = sheet;
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : undefined;
  const hidden = environment.masked === true && field.sensitive === true;
  if (options !== undefined && options.length <= 8 && !hidden) {
    const chosen = Array.isArray(value) ? value : [value];
    return <span className="tbf-paper__boxes">{options.map((option) => <span key={option.value}>{`${chosen.includes(option.value) ? '☑' : '☐'}${option.label}`}</span>)}</span>;
  }
  if (field.type === 'boolean') {
    if (field.mustBeTrue === true) return `${value === true ? '☑' : '☐'}${field.label}`;
    return <span className="tbf-paper__boxes"><span>{`${value === true ? '☑' : '☐'}${field.trueLabel ?? '是'}`}</span><span>{`${value === false ? '☑' : '☐'}${field.falseLabel ?? '否'}`}</span></span>;
  }
  const files = filesOnPaper(sheet, field, value);
  if (files !== undefined) return files;
  return <span className="tbf-paper__value">{formatAnswer(field, value, formatOptionsOf(environment))}</span>;
}

/** Files that may be opened; undefined for any other answer, and where there is nothing to show. */
function filesOnPaper({ environment: { fileUrl, masked } }: Sheet, field: ColumnField, value: unknown): ReactNode[] | undefined {
  const shown = (field.type === 'attachment' || field.type === 'image' || field.type === 'signature') && !(masked === true && field.sensitive === true);
  const files = shown ? filesOf(value) : [];
  if (files.length === 0 || fileUrl === undefined) return undefined;
  return files.map(({ fileId, name }) => <a key={fileId} className="tbf-paper__file" href={fileUrl(fileId)} target="_blank" rel="noreferrer"><FileOnPaper field={field} name={name} address={fileUrl(fileId)} /></a>);
}

/** A picture and a signature are seen, of any other file the name; each opens in full. */
function FileOnPaper({ field, name, address }: { readonly field: ColumnField; readonly name: string; readonly address: string }): ReactNode {
  if (field.type === 'signature') return <img className="tbf-paper__signature" src={address} alt={`${field.label}的签名`} />;
  return field.type === 'image' ? <img className="tbf-paper__picture" src={address} alt={name} /> : name;
}

function TableText({ sheet, table }: { readonly sheet: Sheet; readonly table: TableField }) {
  const given = rowsOf(sheet.answers[table.id]);
  const rows = given.length > 0 ? given : Array.from({ length: sheet.blankRows ?? 3 }, () => ({}));
  const isBlank = given.length === 0;
  return (
    <table className="tbf-paper__inner">
      <colgroup>
        <col style={{ width: '7%' }} />
        {table.columns.map((column) => <col key={column.id} style={column.printWidth === undefined ? undefined : { width: `${column.printWidth}%` }} />)}
      </colgroup>
      <thead><tr><th scope="col">序号</th>{table.columns.map((column) => <th key={column.id} scope="col">{column.label}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td className="tbf-paper__number">{index + 1}</td>
            {table.columns.map((column) => {
              const state = sheet.evaluation.fields[cellPath(table.id, index, column.id)];
              const value = state?.computed === true ? state.value : Reflect.get(row, column.id);
              return <td key={column.id}>{isBlank ? null : state?.visible === true ? <TableCellText sheet={sheet} column={column} value={value} /> : NOT_APPLICABLE}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In narrow cells only what was chosen is written, not every option. */
function TableCellText({ sheet, column, value }: { readonly sheet: Sheet; readonly column: ColumnField; readonly value: unknown }): ReactNode {
  const files = filesOnPaper(sheet, column, value);
  if (files !== undefined) return files;
  return <span className="tbf-paper__value">{formatAnswer(column, value, formatOptionsOf(sheet.environment))}</span>;
}
