import { useQuery } from '@tanstack/react-query';
import { getImportRow, type ImportRow } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useContentWords } from '../../shared/content/use-content-words.ts';
import { links } from '../../shared/links.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.rows;

/** A row of a list beside the platform, element by element. */
export function RowDrawer({ importId, row, onClose }: { importId: string; row: ImportRow | undefined; onClose: () => void }) {
  const describe = useContentWords();
  const query = useQuery({
    queryKey: [getImportRow.id, importId, row?.number, row?.outcome], enabled: row !== undefined,
    queryFn: () => api.call(getImportRow, { params: { importId, number: row?.number ?? 1 } }),
  });
  return (
    <Drawer open={row !== undefined} onClose={onClose} size={760} title={row?.name ?? ''} extra={row?.versionId && row.outcome === 'written' ? <Link to={links.catalogueVersion(row.versionId)}>{words.open}</Link> : null}>
      <ul className="exchange__issues">
        {(row?.issues ?? []).map(({ position, severity, message }) => <li key={`${position}${message}`} className={`is-${severity}`}><span className="number">{position}</span> {message}</li>)}
      </ul>
      <QueryState query={query}>
        {({ differences }) => (differences.length === 0 ? <p className="muted">{words.same}</p> : (
          <table className="exchange__compare" aria-label={words.compare}>
            <thead><tr><th scope="col" aria-label={words.compare} /><th scope="col" style={{ width: 'auto' }}>{words.before}</th><th scope="col" style={{ width: 'auto' }}>{words.after}</th></tr></thead>
            <tbody>
              {differences.map(({ path, label, before, after, written }) => (
                <tr key={label}>
                  <th scope="row">{label}<br /><Tag tone={written ? 'todo' : 'warning'}>{written ? words.written : words.checked}</Tag></th>
                  <td>{describe(path, before)}</td><td>{describe(path, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </QueryState>
    </Drawer>
  );
}
