import { useQuery } from '@tanstack/react-query';
import { claimGroupings, getClaimRates, type ClaimRate } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useDictionaries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';

const words = text.claims.rates;
const numbers = ['should', 'claimed', 'pending', 'unclaimed', 'notApplicable'] as const;

/** 事项认领率 by region, department or level, down to what nobody has claimed. */
export function ClaimRates() {
  const [filters, setFilters] = useFilters(['by', 'regionCode', 'above']);
  const by = claimGroupings.find((one) => one === filters.by) ?? 'region';
  const query = { by, ...(filters.regionCode ? { regionCode: filters.regionCode } : {}) };
  const rates = useQuery({ queryKey: [getClaimRates.id, query], queryFn: () => api.call(getClaimRates, { query }) });
  const nameOf = useDictionaries(['exercise-level']);
  const [emptyTitle, emptyDetail] = words.empty;
  return (
    <>
      <div className="wb-page__bar">
        <Segmented value={by} options={claimGroupings.map((one) => ({ value: one, label: words.by[one] }))} onChange={(next) => setFilters({ by: next === 'region' ? undefined : next })} />
        {filters.regionCode ? <Button type="link" onClick={() => setFilters({ regionCode: filters.above, above: undefined })}>{words.up}</Button> : null}
        <span className="grow" />
        <span className="faint small">{words.formula}</span>
      </div>
      <div className="frame report__frame">
        <QueryState query={rates}>
          {({ rows, total, regionCode }) => (rows.length === 0 ? <div className="list-empty"><Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty></div> : (
            <table className="report" aria-label={text.claims.views.rates}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.name}</th>
                  {numbers.map((name) => <th scope="col" key={name}>{words.columns[name]}</th>)}
                  <th scope="col" style={{ width: '14rem' }}>{words.columns.rate}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <td>
                      {by === 'level' ? nameOf('exercise-level', row.name) : row.name}{' '}
                      {row.hasChildren ? <Button type="link" size="small" onClick={() => setFilters({ regionCode: row.key, above: regionCode })}>{words.into(row.name)}</Button> : null}
                    </td>
                    <Numbers row={row} unclaimed={links.directoryClaims({ standing: 'unclaimed', regionCode: by === 'region' ? row.key : regionCode, ...(by === 'department' && row.key ? { organizationId: row.key } : {}) })} />
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><td>{words.total}</td><Numbers row={total} /></tr></tfoot>
            </table>
          ))}
        </QueryState>
      </div>
    </>
  );
}

function Numbers({ row, unclaimed }: { row: ClaimRate; unclaimed?: string }) {
  return (
    <>
      {numbers.map((name) => (
        <td key={name}>{name === 'unclaimed' && unclaimed && row.unclaimed > 0 ? <Link to={unclaimed} title={words.look}>{row.unclaimed}</Link> : row[name]}</td>
      ))}
      <td>
        <span className="rate">
          <span>{row.rate === null ? text.none : `${row.rate}%`}</span>
          <span className="rate__track"><span style={{ width: `${row.rate ?? 0}%` }} /></span>
        </span>
      </td>
    </>
  );
}
