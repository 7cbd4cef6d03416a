import type { RunDetail } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Tag } from '../case/tags.tsx';
import { text } from '../text.ts';
import './decisions.css';

const words = text.decisions;

/** Why the rules came out as they did: each decision in a sentence, and the rows that fitted with what they saw. */
export function Explanation({ explanation }: { explanation: RunDetail['explanation'] }) {
  if (!explanation || explanation.length === 0) return <p className="faint small">{words.noRules}</p>;
  return (
    <ol className="decision-reasons">
      {explanation.map((decision) => (
        <li key={decision.decision}>
          <p><strong>{decision.label}</strong>　{decision.result ?? ''}</p>
          <p className="muted small">{decision.summary}</p>
          {decision.rules.filter(({ decided }) => decided).map((rule) => (
            <p key={rule.id} className="small">
              <Tag>{words.hit(rule.number)}</Tag> {rule.conditions.map(({ label, test, value }) => `${label} ${value}（${test}）`).join('，')}
              {rule.annotation ? <span className="faint">　{rule.annotation}</span> : null}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What the platform looked at beside the rules. */
export function Checks({ checks }: { checks: RunDetail['checks'] }) {
  if (checks.length === 0) return null;
  return (
    <ul className="decision-checks">
      {checks.map(({ label, passed, note }) => <li key={label}><Tag tone={passed ? 'done' : 'danger'}>{passed ? words.passed : words.failed}</Tag> {label}{note ? <span className="muted">（{note}）</span> : null}</li>)}
    </ul>
  );
}
