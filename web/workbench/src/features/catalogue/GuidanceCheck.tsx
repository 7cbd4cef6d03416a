import { useQuery } from '@tanstack/react-query';
import { checkQuestionnaire } from '@tongban/server/src/modules/guidance/contract.ts';
import { api } from '../../shared/api.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

/** Whether the questions of a version are exclusive, complete and without dead ends (GDE-02). */
export function GuidanceCheck({ versionId }: { versionId: string }) {
  const check = useQuery({ queryKey: [checkQuestionnaire.id, versionId], queryFn: () => api.call(checkQuestionnaire, { params: { versionId } }) });
  return (
    <QueryState query={check} lines={3}>
      {({ pathCount, faults }) =>
        faults.length === 0 ? (
          <p className="version__note">{text.guidance.fine(pathCount)}</p>
        ) : (
          <div className="version__pad">
            <p className="muted">{text.guidance.faults(faults.length)}</p>
            <ul className="findings">
              {faults.map((fault) => (
                <li key={fault.path + fault.code}>
                  <span>{fault.message}</span>
                  <span className="faint small code">{fault.path}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryState>
  );
}
