import type { FailureCode, RuleOutcome } from '@tongban/decision-tables';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { describeInputs, describeResults } from '../model/describe-values.ts';
import { newId } from '../model/draft.ts';
import type { TestRun } from '../model/judge.ts';
import { text } from '../text.ts';
import type { SectionProps } from './section.ts';
import { TestDialog } from './TestDialog.tsx';

const words = text.tests;

interface TestsSectionProps extends SectionProps {
  /** Fills the trial form in with a test case. */
  onTry: (testCase: RuleTestCase) => void;
}

/** The test cases with what each comes to now, beside what it must come to; they run by themselves whenever the rules change. */
export function TestsSection({ draft, judgement, tests, disabled, change, onTry }: TestsSectionProps) {
  const [editing, setEditing] = useState<RuleTestCase>();
  const put = (testCases: RuleTestCase[], part: string) => change({ ...draft, testCases }, part);
  const failed = tests.filter(({ passed }) => !passed).length;
  const runs = new Map(tests.map((test) => [test.testCase.id, test]));
  const save = (testCase: RuleTestCase) => {
    const known = draft.testCases.some(({ id }) => id === testCase.id);
    put(known ? draft.testCases.map((before) => (before.id === testCase.id ? testCase : before)) : [...draft.testCases, testCase], `test ${testCase.id}`);
    setEditing(undefined);
  };
  return (
    <div className="rule-section">
      <p className="muted" role="status">
        {judgement.compiled === undefined ? words.broken : draft.testCases.length === 0 ? words.lead : failed === 0 ? words.allPassed(tests.length) : words.someFailed(failed, tests.length)}
      </p>
      {draft.testCases.length === 0 ? <Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty> : (
        <div className="rule-scroll">
          <table className="rule-table">
            <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            <tbody>
              {draft.testCases.map((testCase) => {
                const run = runs.get(testCase.id);
                return (
                  <tr key={testCase.id}>
                    <td>{run ? <Tag tone={run.passed ? 'done' : 'danger'}>{run.passed ? words.passed : words.failed}</Tag> : <span className="faint">—</span>}</td>
                    <td><b>{testCase.name}</b></td>
                    <td className="small">{describeInputs(draft.content, testCase.inputs)}</td>
                    <td className="small">{expectedWords(draft.content, testCase)}</td>
                    <td className={run && !run.passed ? 'small rule-fault' : 'small'}>{run ? run.passed ? actualWords(draft.content, run) : run.message : ''}</td>
                    <td className="nowrap">
                      <Button size="small" type="link" onClick={() => onTry(testCase)}>{words.try}</Button>
                      {disabled ? null : (
                        <>
                          <Button size="small" type="link" onClick={() => setEditing(testCase)}>{words.edit}</Button>
                          <Button size="small" type="link" onClick={() => setEditing({ ...testCase, id: newId('t'), name: words.copyName(testCase.name) })}>{words.copy}</Button>
                          <Button size="small" type="link" danger onClick={() => put(draft.testCases.filter(({ id }) => id !== testCase.id), `test ${testCase.id} removed`)}>{words.remove}</Button>
                        </>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {disabled ? null : <Button disabled={draft.testCases.length >= 200} onClick={() => setEditing({ id: newId('t'), name: '', inputs: {}, expected: {} })}>{words.add}</Button>}
      {editing ? <TestDialog testCase={editing} draft={draft} compiled={judgement.compiled} onDone={save} onClose={() => setEditing(undefined)} /> : null}
    </div>
  );
}

function expectedWords(content: RuleSetContent, { expected, failure }: RuleTestCase): string {
  return failure === undefined ? describeResults(content, expected) : words.fails(words.failures[failure as FailureCode] ?? failure);
}

function actualWords(content: RuleSetContent, { outcome, testCase }: TestRun): string {
  return outcome.ok ? describeResults(content, pick(outcome, testCase)) : outcome.failure.message;
}

function pick(outcome: Extract<RuleOutcome, { ok: true }>, { expected }: RuleTestCase): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((decision) => [decision, outcome.results[decision]]));
}
