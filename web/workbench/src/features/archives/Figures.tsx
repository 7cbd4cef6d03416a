import { useQuery } from '@tanstack/react-query';
import { getArchiveFigures } from '@tongban/server/src/modules/archives/contract.ts';
import { api } from '../../shared/api.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.figures;
const tiles = ['waiting', 'archived', 'faulty', 'expiring'] as const;

type Drill = { state?: string; expiring?: string; organizationId?: string };

/** How many archives stand where, and each department's share; every figure leads to its archives. */
export function Figures({ onDrill }: { onDrill: (change: Drill) => void }) {
  const query = useQuery({ queryKey: [getArchiveFigures.id], queryFn: () => api.call(getArchiveFigures, {}) });
  return (
    <div className="archive-scroll">
      <QueryState query={query}>
        {(figures) => (
          <>
            <ul className="wb-tiles">
              {tiles.map((one) => (
                <li key={one}>
                  <button type="button" className={one === 'faulty' && figures.faulty > 0 ? 'wb-tile is-bad' : 'wb-tile'} onClick={() => onDrill(one === 'expiring' ? { expiring: 'yes' } : { state: one })}>
                    <span>{words.tiles[one]}</span><b className="number">{figures[one].toLocaleString()}</b>
                  </button>
                </li>
              ))}
            </ul>
            <Panel title={words.departments} flush>
              {figures.departments.length === 0 ? <div className="list-empty"><Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty></div> : (
                <div className="archive-table">
                  <table>
                    <thead><tr><th scope="col">{words.department}</th>{[words.ended, words.archived, words.faulty, words.share].map((title) => <th key={title} scope="col" className="is-figure">{title}</th>)}</tr></thead>
                    <tbody>
                      {figures.departments.map(({ organizationId, name, ended, archived, faulty }) => (
                        <tr key={organizationId}>
                          <th scope="row"><button type="button" className="link-button" onClick={() => onDrill({ organizationId })}>{name}</button></th>
                          <td className="is-figure number">{ended}</td><td className="is-figure number">{archived}</td><td className="is-figure number">{faulty}</td>
                          <td className="is-figure number">{Math.floor((archived * 1_000) / ended) / 10}%</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </Panel>
          </>
        )}
      </QueryState>
    </div>
  );
}
