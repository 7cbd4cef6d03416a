import type { Finding, RulePlace } from '@tongban/decision-tables';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { goalOf, type GridGoal } from '../grid/grid-props.ts';
import { judge, obstaclesOf, placeOfFinding, runTests, type Judgement, type Obstacle, type TestRun } from '../model/judge.ts';
import type { RuleKeeper } from '../model/rule-keeper.ts';
import { fixedParts } from './section.ts';

/** What is shown of a version and where attention is drawn to. */
export interface Desk {
  /** A fixed part, or the id of a decision. */
  readonly part: string;
  readonly judgement: Judgement;
  readonly tests: readonly TestRun[];
  readonly obstacles: readonly Obstacle[];
  readonly goal: GridGoal | undefined;
  /** Rows from 0 of the decision shown that a finding points at. */
  readonly marked: ReadonlySet<number>;
  show: (part: string) => void;
  go: (place: Obstacle['place']) => void;
  point: (finding: Finding) => void;
}

const nothing: ReadonlySet<number> = new Set();

/** Judges what is written as it changes, and leads to places in it. */
export function useDesk(keeper: RuleKeeper): Desk {
  const { value: draft } = keeper;
  const [filters, setFilters] = useFilters(['part']);
  const [goal, setGoal] = useState<GridGoal>();
  const [pointed, setPointed] = useState<Finding>();
  // The grid answers at once; a large table is judged a moment later.
  const judged = useDeferredValue(draft);
  const judgement = useMemo(() => judge(judged.content), [judged.content]);
  const tests = useMemo(() => runTests(judgement.compiled, judged.testCases), [judgement.compiled, judged.testCases]);
  const obstacles = useMemo(() => obstaclesOf(judged, judgement, tests), [judged, judgement, tests]);
  const { decisions } = draft.content;
  const part = fixedParts.find((one) => one === filters.part) ?? (decisions.find(({ id }) => id === filters.part) ?? decisions[0])?.id ?? 'inputs';
  const marked = useMemo(() => {
    // What has been mended is not pointed at any more.
    const stands = pointed !== undefined && decisions.some(({ id, name }) => id === part && name === pointed.decision) && judgement.findings.some(({ message }) => message === pointed.message);
    return stands ? new Set(pointed.rules.map((rule) => rule - 1)) : nothing;
  }, [pointed, decisions, part, judgement.findings]);
  const show = (next: string) => {
    setGoal(undefined);
    setFilters({ part: next });
  };
  const lead = (place: RulePlace) => {
    const decision = decisions.find(({ name }) => name === place.decision);
    if (place.input !== undefined) return show('inputs');
    if (decision === undefined) return undefined;
    setFilters({ part: decision.id });
    setGoal(decision.logic.kind === 'table' && place.rule !== undefined ? goalOf(decision.logic, place) : undefined);
    return undefined;
  };
  return {
    part, judgement, tests, obstacles, goal, show,
    marked,
    go: (place) => {
      setPointed(undefined);
      if ('tests' in place) show('tests');
      else lead(place);
    },
    point: (finding) => {
      setPointed(finding);
      lead(placeOfFinding(finding));
    },
  };
}
