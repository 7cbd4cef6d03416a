import type { Finding, RulePlace } from '@tongban/decision-tables';
import { Button } from 'antd';
import { describeProblem, placeOfFinding, type Judgement } from '../model/judge.ts';
import { mendOf } from '../model/mend.ts';
import { replaceDecision, type RuleDraft } from '../model/draft.ts';
import { text } from '../text.ts';

const words = text.check;

interface CheckPanelProps {
  draft: RuleDraft;
  judgement: Judgement;
  disabled: boolean;
  change: (draft: RuleDraft, part: string) => void;
  onGo: (place: RulePlace) => void;
  /** Shows a finding: its rows are marked. */
  onShow: (finding: Finding) => void;
}

/** What is wrong with the rules, as it changes while they are written: what does not compile, then gaps and conflicts with an example each. */
export function CheckPanel({ draft, judgement: { problems, findings }, disabled, change, onGo, onShow }: CheckPanelProps) {
  if (problems.length > 0) {
    return (
      <div className="rule-check">
        <p className="muted small">{words.problemsLead}</p>
        <ul>
          {problems.slice(0, 100).map((problem, index) => (
            <li key={index} className="is-error"><button type="button" onClick={() => onGo(problem)}>{describeProblem(problem)}</button></li>
          ))}
        </ul>
        {problems.length > 100 ? <p className="faint small">{words.more(problems.length - 100)}</p> : null}
      </div>
    );
  }
  if (findings.length === 0) return <div className="rule-check"><p className="rule-check__fine" role="status">{words.fine}</p></div>;
  return (
    <div className="rule-check">
      <ul>
        {findings.map((finding, index) => (
          <li key={index} className={`is-${finding.severity}`}>
            <button type="button" onClick={() => onShow(finding)}><b>{words.codes[finding.code]}</b>{finding.message}</button>
            {disabled ? null : <MendButton draft={draft} finding={finding} change={change} onGo={onGo} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function MendButton({ draft, finding, change, onGo }: { draft: RuleDraft; finding: Finding } & Pick<CheckPanelProps, 'change' | 'onGo'>) {
  const decision = draft.content.decisions.find(({ name }) => name === finding.decision);
  if (decision?.logic.kind !== 'table') return null;
  const mend = mendOf(decision.logic, finding);
  if (mend === undefined) return null;
  const perform = () => {
    change({ ...draft, content: replaceDecision(draft.content, decision.id, (before) => ({ ...before, logic: mend.table })) }, `mend ${finding.code} ${mend.row}`);
    if (mend.kind === 'fill') onGo({ decision: finding.decision, rule: mend.row + 1, column: { kind: 'output', index: 0 } });
    else onGo(placeOfFinding({ decision: finding.decision, rules: [Math.max(1, mend.row)] }));
  };
  return <Button size="small" onClick={perform}>{mend.kind === 'fill' ? words.fill : words.remove(mend.row + 1)}</Button>;
}
