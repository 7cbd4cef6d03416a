import type { ReactNode } from 'react';
import { text } from './text.ts';

const words = text.rows;

/** An element as the platform and as a list has it. */
export interface Compared { label: string; mark?: ReactNode; before: string; after: string }

/** Elements side by side in full. */
export function CompareTable({ rows }: { rows: readonly Compared[] }) {
  return (
    <table className="exchange__compare" aria-label={words.compare}>
      <thead><tr><th scope="col" aria-label={words.compare} /><th scope="col" style={{ width: 'auto' }}>{words.before}</th><th scope="col" style={{ width: 'auto' }}>{words.after}</th></tr></thead>
      <tbody>
        {rows.map(({ label, mark, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}{mark ? <><br />{mark}</> : null}</th>
            <td>{before}</td><td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
