import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDateTime, formatMoment } from '../format/dates.ts';
import { useFilters } from '../list/use-filters.ts';
import { text } from '../text.ts';
import { VersionTag } from './VersionTag.tsx';
import './versions.css';

const words = text.versions;

interface VersionLine {
  readonly id: string; readonly number: number; readonly state: 'draft' | 'published' | 'superseded'; readonly stateLabel: string; readonly note: string;
  readonly updatedAt: string; readonly updatedByName: string; readonly publishedAt: string | null; readonly publishedByName: string | null;
}

interface VersionTableProps<V> {
  versions: readonly V[];
  current: string;
  linkOf: (version: V) => string;
  /** A further column, such as what was made with each. */
  extra?: { title: string; of: (version: V) => string };
  actionOf: (version: V) => ReactNode;
}

/** Every version with who changed and published it. */
export function VersionTable<V extends VersionLine>({ versions, current, linkOf, extra, actionOf }: VersionTableProps<V>) {
  const { table } = words;
  return (
    <div className="version-scroll">
      <table className="version-table">
        <thead><tr>{[table.version, table.state, table.changed, table.published, ...(extra ? [extra.title] : []), table.note, ''].map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.id} aria-current={one.id === current ? 'true' : undefined}>
              <td className="nowrap"><Link to={linkOf(one)}>{words.number(one.number)}</Link>{one.id === current ? <span className="faint small">{table.this}</span> : null}</td>
              <td><VersionTag state={one.state} label={one.stateLabel} /></td>
              <td className="small">{words.by(formatMoment(one.updatedAt), one.updatedByName)}</td>
              <td className="small">{one.publishedAt ? words.by(formatDateTime(one.publishedAt), one.publishedByName ?? '') : ''}</td>
              {extra ? <td className="small">{extra.of(one)}</td> : null}
              <td className="small">{one.note}</td>
              <td className="nowrap">{actionOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CompareWithProps<V> { versions: readonly V[]; version: { readonly id: string; readonly number: number }; publishedId: string | undefined; children: (other: V) => ReactNode }

/** Beside which other version one is shown: the one in force unless another is chosen. */
export function CompareWith<V extends VersionLine>({ versions, version, publishedId, children }: CompareWithProps<V>) {
  const [filters, setFilters] = useFilters(['with', 'view']);
  const others = versions.filter(({ id }) => id !== version.id);
  const other = others.find(({ id }) => id === filters.with) ?? others.find(({ id }) => id === publishedId) ?? others[0];
  if (other === undefined) return <p className="muted">{words.only}</p>;
  return (
    <>
      <div className="version-compare">
        <label htmlFor="version-compare">{words.compare(version.number)}</label>
        <Select id="version-compare" value={other.id} style={{ width: 220 }} options={others.map((one) => ({ value: one.id, label: words.option(one.number, one.stateLabel) }))} onChange={(next) => setFilters({ with: next })} />
      </div>
      {children(other)}
    </>
  );
}
