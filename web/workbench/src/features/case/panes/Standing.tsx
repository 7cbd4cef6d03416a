import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDate, formatShortDate } from '../../../shared/format/dates.ts';
import { text } from '../text.ts';

/** What the case is waiting for besides an officer: a supplement or a special procedure. */
export function Standing({ view }: { view: CaseView }) {
  const procedures = view.specialProcedures;
  if (!view.supplement && procedures.length === 0) return null;
  return (
    <section className="standing">
      {view.supplement ? (
        <div>
          <p>
            <strong>{text.supplement.title}</strong>{' '}
            <span className="muted small">
              {text.supplement.due} {formatDate(view.supplement.dueOn)}
            </span>
          </p>
          <ul className="small">
            {view.supplement.items.map((item) => (
              <li key={item.key}>
                <b>{item.name}</b>：{item.reason}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {procedures.map((procedure) => (
        <div key={procedure.id}>
          <p>
            <strong>{procedure.name}</strong>{' '}
            <Tag tone={procedure.state === 'proposed' ? 'todo' : 'neutral'}>{text.special.state[procedure.state]}</Tag>
            <span className="muted small">
              {' '}
              {text.special.days(procedure.days)}
              {procedure.startedOn
                ? ` · ${formatShortDate(procedure.startedOn)}${procedure.endedOn ? ` – ${formatShortDate(procedure.endedOn)}` : text.special.since}`
                : ''}
            </span>
          </p>
          <p className="small">
            {procedure.reason}
            {'　'}
            <span className="faint nowrap">
              {text.special.by}：{procedure.proposedBy}
            </span>
          </p>
          {procedure.result ? (
            <p className="small">
              {text.special.result}：{procedure.result}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
