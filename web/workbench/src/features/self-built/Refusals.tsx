import { useQuery } from '@tanstack/react-query';
import { listRefusals, reportLabels } from '@tongban/server/src/modules/self-built/contract.ts';
import { api } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

/** The latest reports of a system that were refused, each with the reason that the system was told. */
export function Refusals({ systemId }: { systemId: string }) {
  const query = useQuery({ queryKey: [listRefusals.id, systemId], queryFn: async () => (await api.call(listRefusals, { params: { systemId } })).items });
  const [emptyTitle] = text.refusals.empty;
  return (
    <QueryState query={query}>
      {(items) => (items.length === 0 ? <Empty title={emptyTitle} /> : (
        <div className="self-built-comparisons">
          {items.map((one, index) => (
            <section key={index} className="frame self-built-comparison">
              <p><span className="number">{formatMoment(one.at)}</span>　<b className="number">{one.caseNumber}</b>　{one.kind === null ? null : reportLabels[one.kind]}{one.sequence === null ? null : ` · ${one.sequence}`}</p>
              <p>{one.reason}</p>
            </section>
          ))}
        </div>
      ))}
    </QueryState>
  );
}
