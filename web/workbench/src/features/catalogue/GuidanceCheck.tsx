import { useQuery } from '@tanstack/react-query';
import { checkQuestionnaire } from '@tongban/server/src/modules/guidance/contract.ts';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

/** Whether the questions of a version are exclusive, complete and without dead ends (GDE-02). */
export function GuidanceCheck({ versionId }: { versionId: string }) {
  const check = useQuery({ queryKey: [checkQuestionnaire.id, versionId], queryFn: () => api.call(checkQuestionnaire, { params: { versionId } }) });
  const toPage = <Link to={links.guidanceEditor(versionId)}>{text.guiding.open}</Link>;
  return (
    <QueryState query={check} lines={3}>
      {({ pathCount, faults }) =>
        faults.length === 0 ? (
          <p className="version__note">{text.guidance.fine(pathCount)}　{toPage}</p>
        ) : (
          <div className="version__pad">
            <p className="muted">{text.guidance.faults(faults.length)}　{toPage}</p>
            <ul className="findings">
              {faults.map((fault) => (
                <li key={fault.path + fault.code}>
                  <span className="findings__say">{fault.message}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryState>
  );
}
