import { Dropdown } from 'antd';
import { labelOf, type RuleDraft } from '../model/draft.ts';
import type { Judgement, TestRun } from '../model/judge.ts';
import { text } from '../text.ts';

const words = text.nav;

interface RuleNavProps {
  part: string;
  draft: RuleDraft;
  judgement: Judgement;
  tests: readonly TestRun[];
  disabled: boolean;
  mayDryRun: boolean;
  onPart: (part: string) => void;
  onAdd: (kind: 'table' | 'expression') => void;
}

/** The parts of a version, each with how much is wrong in it; the decisions stand in the order in which they are listed. */
export function RuleNav({ part, draft, judgement, tests, disabled, mayDryRun, onPart, onAdd }: RuleNavProps) {
  const { inputs, decisions } = draft.content;
  const faults = (of: { decision?: string; input?: true }) => judgement.problems.filter((problem) => (of.input ? problem.input !== undefined : problem.decision === of.decision)).length
    + (of.decision === undefined ? 0 : judgement.findings.filter(({ decision, severity }) => decision === of.decision && severity === 'error').length);
  const failed = tests.filter(({ passed }) => !passed).length;
  const entry = (key: string, label: string, { count, wrong = 0 }: { count?: number; wrong?: number } = {}) => (
    <button type="button" key={key} className={part === key ? 'is-current' : ''} aria-current={part === key ? 'true' : undefined} onClick={() => onPart(key)}>
      <span>{label}</span>
      {wrong > 0 ? <span className="rule-nav__wrong" title={words.wrong(wrong)}>{wrong}</span> : count === undefined ? null : <span className="rule-nav__count">{count}</span>}
    </button>
  );
  return (
    <nav className="rule-nav" aria-label={words.label}>
      {entry('inputs', words.inputs, { count: inputs.length, wrong: faults({ input: true }) })}
      <h2>{words.decisions}</h2>
      {decisions.map((decision) => entry(decision.id, labelOf(decision) || words.nameless, { wrong: faults({ decision: decision.name }) }))}
      {disabled ? null : (
        <Dropdown trigger={['click']} menu={{ items: [{ key: 'table', label: words.addTable }, { key: 'expression', label: words.addExpression }], onClick: ({ key }) => onAdd(key === 'table' ? 'table' : 'expression') }}>
          <button type="button" className="rule-nav__add" disabled={decisions.length >= 50}>{words.add}</button>
        </Dropdown>
      )}
      <hr />
      {entry('tests', words.tests, { count: draft.testCases.length, wrong: failed })}
      {mayDryRun ? entry('dry-run', words.dryRun) : null}
      {entry('versions', words.versions)}
    </nav>
  );
}
