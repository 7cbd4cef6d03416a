import type { RuleSetDetail, RuleTestCase, RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { App, Button, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { Facts } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { emptyTable, freeName, newId, type RuleDecision, type RuleDraft } from '../model/draft.ts';
import type { RuleKeeper } from '../model/rule-keeper.ts';
import { text } from '../text.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { DecisionSection } from './DecisionSection.tsx';
import { DryRunSection } from './DryRunSection.tsx';
import { FactsDialog } from './FactsDialog.tsx';
import { InputsSection } from './InputsSection.tsx';
import { RuleNav } from './RuleNav.tsx';
import type { SectionProps } from './section.ts';
import { TestsSection } from './TestsSection.tsx';
import { TestDialog } from './TestDialog.tsx';
import { runTrial, TryPanel, type Trial, type TrialInputs } from './TryPanel.tsx';
import type { Desk } from './use-desk.ts';
import { VersionsSection } from './VersionsSection.tsx';

const words = text.desk;

interface RuleDeskProps { version: RuleVersion; detail: RuleSetDetail; keeper: RuleKeeper; desk: Desk }

/** The parts of a version beside what is found in it and the form to try it with. */
export function RuleDesk({ version, detail, keeper, desk }: RuleDeskProps) {
  const { value: draft, state } = keeper;
  const disabled = state === 'closed';
  const { message } = App.useApp();
  const mayDryRun = useHolds('rules.rule-set.edit');
  const [side, setSide] = useState<'check' | 'try'>('check');
  const [values, setValues] = useState<TrialInputs>({});
  const [trial, setTrial] = useState<Trial>();
  const [kept, setKept] = useState<RuleTestCase>();
  const change = (next: RuleDraft, part: string) => {
    // The rows that fitted were those of the rules as they stood.
    setTrial(undefined);
    keeper.change(next, part);
  };
  const section: SectionProps = { version, draft, judgement: desk.judgement, tests: desk.tests, disabled, change, go: desk.go };
  const decision = draft.content.decisions.find(({ id }) => id === desk.part);
  const hits = useMemo(() => hitsOf(trial, decision?.name), [trial, decision?.name]);
  const add = (kind: 'table' | 'expression') => {
    const name = freeName(draft.content, words.newNames[kind]);
    const next: RuleDecision = { id: newId('d'), name, requires: [], logic: kind === 'table' ? emptyTable(name) : { kind: 'expression', type: 'any', expression: '' } };
    change({ ...draft, content: { ...draft.content, decisions: [...draft.content.decisions, next] } }, 'decisions');
    desk.show(next.id);
  };
  const run = (inputs: TrialInputs = values) => { if (desk.judgement.compiled) setTrial(runTrial(desk.judgement.compiled, inputs)); };
  const keep = () => {
    if (!trial) return;
    const { outcome } = trial;
    setKept({ id: newId('t'), name: '', inputs: { ...values }, expected: outcome.ok ? { ...outcome.results } : {}, ...(outcome.ok ? {} : { failure: outcome.failure.code }) });
  };
  const findings = desk.judgement.problems.length + desk.judgement.findings.length;
  return (
    <div className="rule-desk">
      <RuleNav part={desk.part} draft={draft} judgement={desk.judgement} tests={desk.tests} disabled={disabled} mayDryRun={mayDryRun} onPart={desk.show} onAdd={add} />
      <div className="rule-desk__main">
        {desk.part === 'inputs' ? <><About detail={detail} /><InputsSection {...section} /></> : null}
        {decision ? <DecisionSection key={decision.id} {...section} decision={decision} goal={desk.goal} marked={desk.marked} hits={hits} onGone={() => desk.show('inputs')} /> : null}
        {desk.part === 'tests' ? (
          <TestsSection
            {...section}
            onTry={(testCase) => {
              setValues(testCase.inputs);
              setSide('try');
              run(testCase.inputs);
            }}
          />
        ) : null}
        {desk.part === 'dry-run' && mayDryRun ? <DryRunSection version={version} judgement={desk.judgement} keeper={keeper} detail={detail} /> : null}
        {desk.part === 'versions' ? <VersionsSection version={version} draft={draft} detail={detail} disabled={disabled} change={change} /> : null}
      </div>
      <aside className="rule-desk__side" aria-label={words.side}>
        <Tabs
          size="small" activeKey={side} onChange={(key) => setSide(key === 'try' ? 'try' : 'check')}
          items={[
            { key: 'check', label: findings > 0 ? words.check(findings) : words.checked, children: <CheckPanel draft={draft} judgement={desk.judgement} disabled={disabled} change={change} onGo={desk.go} onShow={desk.point} /> },
            {
              key: 'try', label: words.try,
              children: (
                <TryPanel
                  inputs={draft.content.inputs} values={values} onValues={setValues} compiled={desk.judgement.compiled} trial={trial} onRun={() => run()} onKeep={disabled ? undefined : keep}
                  onClear={() => { setValues({}); setTrial(undefined); }} onRow={(name, rule) => desk.go({ decision: name, rule })}
                />
              ),
            },
          ]}
        />
      </aside>
      {kept ? (
        <TestDialog
          testCase={kept} draft={draft} compiled={desk.judgement.compiled} onClose={() => setKept(undefined)}
          onDone={(testCase) => {
            keeper.change({ ...draft, testCases: [...draft.testCases, testCase] }, `test ${testCase.id}`);
            setKept(undefined);
            void message.success(words.kept);
          }}
        />
      ) : null}
    </div>
  );
}

function hitsOf(trial: Trial | undefined, decision: string | undefined): { fits: ReadonlySet<number>; decided: ReadonlySet<number> } | undefined {
  const step = trial?.outcome.trace.find((one) => one.decision === decision);
  return step && { fits: new Set(step.matched.map((rule) => rule - 1)), decided: new Set(step.decided.map((rule) => rule - 1)) };
}

/** What the rule set is for, and what it stands on. */
function About({ detail }: { detail: RuleSetDetail }) {
  const [editing, setEditing] = useState(false);
  const { description, legalBasis, abilities } = detail;
  if (description === '' && legalBasis === '' && !abilities.edit) return null;
  return (
    <div className="rule-about">
      <Facts items={[{ label: words.legalBasis, value: legalBasis || words.none }, { label: words.description, value: description || words.none }]} />
      {abilities.edit ? <Button size="small" onClick={() => setEditing(true)}>{words.editFacts}</Button> : null}
      {editing ? <FactsDialog detail={detail} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
