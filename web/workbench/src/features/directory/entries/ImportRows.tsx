import type { RejectedRow } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { text } from '../text.ts';

const words = text.imports;

/** Rows of a file that were or would be left out, each with all that is wrong with it. */
export function ImportRows({ title, rows, more = false }: { title: string; rows: readonly RejectedRow[]; more?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <ul className="outcome">
        {rows.map((row) => (
          <li key={`${row.sheet ?? ''}${row.number}${row.code}${row.name}`}>
            <span>
              {row.number > 0 ? words.row(row.number, row.sheet) : ''} <span className="number">{row.code}</span> {row.name}
            </span>
            {row.reasons.map((reason) => <span className="small" key={reason}>{reason}</span>)}
          </li>
        ))}
      </ul>
      {more ? <p className="faint small">{words.first}</p> : null}
    </section>
  );
}
