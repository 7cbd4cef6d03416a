import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { text } from '../text.ts';

/** What to compare on the 受理条件 while somebody stands at the counter (INT-02): each condition with its points, in a bundle by item. */
export function ConditionChecks({ checks }: { checks: Draft['conditionChecks'] }) {
  if (checks.length === 0) return null;
  return (
    <section className="checks" aria-label={text.item.conditions}>
      <h2>{text.item.conditions}</h2>
      <ol className="needed">
        {checks.map(({ itemName, condition, points }) => (
          <li key={`${itemName ?? ''}/${condition}`}>
            <p>{condition}{itemName === null ? null : <span className="faint small">　{itemName}</span>}</p>
            <ul className="muted">{points.map((point) => <li key={point}>{point}</li>)}</ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
