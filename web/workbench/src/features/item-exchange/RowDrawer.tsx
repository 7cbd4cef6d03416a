import { useQuery } from '@tanstack/react-query';
import { getImportRow, type ImportRow } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useContentWords } from '../../shared/content/use-content-words.ts';
import { links } from '../../shared/links.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { CompareTable } from './CompareTable.tsx';
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
          <CompareTable rows={differences.map(({ path, label, before, after, written }) => ({
            label, before: describe(path, before), after: describe(path, after), mark: <Tag tone={written ? 'todo' : 'warning'}>{written ? words.written : words.checked}</Tag>,
          }))}
          />
        ))}
      </QueryState>
    </Drawer>
  );
}
