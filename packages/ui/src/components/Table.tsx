import type { ReactNode } from 'react';

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  numeric?: boolean;
  width?: string;
}

/** A table whose first column names the row; on a phone each row becomes a block with labelled values. */
export function Table<R>({ caption, columns, rows, rowKey }:
  { caption: string; columns: readonly Column<R>[]; rows: readonly R[]; rowKey: (row: R) => string }) {
  return (
    <table className="tb-table">
      <caption className="tb-hidden">{caption}</caption>
      <thead>
        <tr>{columns.map((column) => <th key={column.key} scope="col" data-numeric={column.numeric || undefined} style={column.width ? { width: column.width } : undefined}>{column.title}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (index === 0
              ? <th key={column.key} scope="row">{column.cell(row)}</th>
              : <td key={column.key} data-label={column.title} data-numeric={column.numeric || undefined}>{column.cell(row)}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
