import { checkQuestionnaire, guidedPartOf, isSame, type ItemElements, type Question, type Questionnaire, type QuestionnaireReport, type Situation } from '@tongban/server/src/modules/catalog/contract.ts';
import { questionnaireOf } from '@tongban/server/src/modules/guidance/contract.ts';
import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { withElement, type ElementsKeeper } from '../editor/elements-keeper.ts';
import { text } from '../text.ts';
import { dependantsOf, type Mend, type Removal } from './dependants.ts';
import {
  addOption, connect, duplicateQuestion, insertQuestion, leadsOneWay, moveOption, moveQuestion, removeOption, removeQuestion, removeSituation, reword,
  type Edited, type Guided,
} from './edits.ts';
import { flowOf, nodeAfter, shortestWay, type Flow, type Place, type Target } from './flow.ts';
import type { Selection } from './selection.ts';

const words = text.guiding;

/** What the picture itself can do. */
export interface FlowCommands {
  connect: (place: Place, target: Target) => void;
  reword: (selection: Selection, text: string) => void;
  /** What a key held with Alt does at a place; undefined when it does nothing there. */
  keys: (key: string, code: string, selection: Selection) => (() => void) | undefined;
}

/** The guidance of a draft as its editor works on it. */
export interface GuidedEditing extends FlowCommands {
  readonly elements: ItemElements;
  readonly guided: Guided;
  readonly flow: Flow | undefined;
  readonly report: QuestionnaireReport;
  readonly readOnly: boolean;
  readonly selected: Selection | undefined;
  select: (selection: Selection | undefined) => void;
  /** Takes an edit over, says why it was refused, and goes to what it made. */
  apply: (edited: Edited, part: string, goTo?: (key: string) => Selection) => void;
  rewordQuestion: (key: string, part: Partial<Record<keyof Question, unknown>>) => void;
  rewordOption: (key: string, option: string, part: { text?: string; help?: string | undefined }) => void;
  rewordSituation: (key: string, part: Partial<Record<keyof Situation, unknown>>) => void;
  changeMaterials: (materials: Guided['materials'], part: string) => void;
  /** What is to be taken away and waits for the editor to say what becomes of its dependants. */
  readonly removing: Removal | undefined;
  /** Takes something away; asks first where others depend on it, or where it is open which way people go on. */
  remove: (removal: Removal | undefined) => void;
  /** Takes it away with its dependants mended, in one step. */
  carryOut: (removal: Removal, mends?: ReadonlyMap<string, Mend>) => void;
}

/** Reads guidance from the draft that the keeper saves, and writes every edit back to it; undo, merging and saving are the keeper's. */
export function useGuided(keeper: ElementsKeeper, readOnly: boolean): GuidedEditing {
  const { message } = App.useApp();
  const { elements } = keeper;
  const guided = useMemo((): Guided => ({ questionnaire: questionnaireOf({ elements }), materials: elements.materials, ...(elements.conditionPoints ? { conditionPoints: elements.conditionPoints } : {}) }), [elements]);
  const { questionnaire } = guided;
  const flow = useMemo(() => flowOf(questionnaire), [questionnaire]);
  const report = useMemo(() => {
    const part = guidedPartOf({ ...elements, questionnaire });
    return part ? checkQuestionnaire(part) : { pathCount: 1, faults: [] };
  }, [elements, questionnaire]);
  const [chosen, setChosen] = useState<Selection>();
  // Nodes get other numbers with every edit; the way to the chosen one stays.
  const way = useRef<readonly { question: string; option: string }[]>([]);
  const selected = useMemo(() => (chosen && flow ? findAgain(chosen, flow, way.current) : chosen), [chosen, flow]);

  const select = (selection: Selection | undefined) => {
    way.current = selection && 'node' in selection && selection.node !== undefined && flow ? shortestWay(flow, selection.node) : [];
    setChosen((before) => (isSame(before, selection) ? before : selection));
  };
  const take = (next: Guided, part: string) => {
    const changed = [['questionnaire', next.questionnaire, questionnaire], ['materials', next.materials, elements.materials], ['conditionPoints', next.conditionPoints, elements.conditionPoints]] as const;
    keeper.change(changed.reduce((all, [name, value, before]) => (isSame(value, before) ? all : withElement(all, name, value)), elements), `guidance.${part}`);
  };
  const apply: GuidedEditing['apply'] = (edited, part, goTo) => {
    if (readOnly) return;
    if ('refused' in edited) {
      void message.warning(words.refusals[edited.refused]);
      return;
    }
    take(edited.guided, part);
    if (goTo && edited.key !== undefined) setChosen(goTo(edited.key));
  };
  const [removing, setRemoving] = useState<Removal>();
  const carryOut: GuidedEditing['carryOut'] = (removal, mends) => {
    apply(removed(guided, removal, mends), 'remove');
    if (removal.kind !== 'option') setChosen(undefined);
  };
  const remove: GuidedEditing['remove'] = (removal) => {
    if (removal === undefined || mustAsk(guided, removal)) setRemoving(removal);
    else carryOut(removal);
  };
  const withQuestion = (key: string, change: (question: Question) => Question, part: string) =>
    take({ ...guided, questionnaire: { ...questionnaire, questions: questionnaire.questions.map((one) => (one.key === key ? change(one) : one)) } }, part);
  const rewordQuestion: GuidedEditing['rewordQuestion'] = (key, part) => withQuestion(key, (question) => reword(question, part), `question.${key}.${Object.keys(part).join()}`);
  const rewordOption: GuidedEditing['rewordOption'] = (key, option, part) => withQuestion(key, (question) =>
    ({ ...question, options: question.options.map((one) => (one.key === option ? reword(one, part) : one)) }), `option.${key}.${option}.${Object.keys(part).join()}`);
  const rewordSituation: GuidedEditing['rewordSituation'] = (key, part) =>
    take({ ...guided, questionnaire: withSituation(questionnaire, key, part) }, `situation.${key}.${Object.keys(part).join()}`);

  return {
    elements, guided, flow, report, readOnly, selected, removing, remove, carryOut, select, apply, rewordQuestion, rewordOption, rewordSituation,
    changeMaterials: (materials, part) => take({ ...guided, materials }, part),
    connect: (place, target) => apply(connect(guided, place, target), 'connect'),
    reword: (selection, next) => {
      if (selection.kind === 'question') rewordQuestion(selection.key, { text: next });
      if (selection.kind === 'option') rewordOption(selection.key, selection.option, { text: next });
    },
    keys: (key, code, selection) => keyAction({ guided, apply, remove }, key, code, selection),
  };
}

function removed(guided: Guided, removal: Removal, mends?: ReadonlyMap<string, Mend>): Edited {
  switch (removal.kind) {
    case 'question': return removeQuestion(guided, removal.key, removal.keep, mends);
    case 'option': return removeOption(guided, removal.key, removal.option, mends);
    case 'situation': return removeSituation(guided, removal.key, mends);
  }
}

/** Whether something is not taken away without asking; what would be refused is not asked about. */
function mustAsk(guided: Guided, removal: Removal): boolean {
  if ('refused' in removed(guided, removal)) return false;
  const dependants = dependantsOf(guided, removal);
  return removal.kind === 'question' ? dependants.length > 0 || !leadsOneWay(guided, removal.key) : dependants.some(({ needed }) => !needed);
}

function withSituation(questionnaire: Questionnaire, key: string, part: Partial<Record<keyof Situation, unknown>>): Questionnaire {
  return { ...questionnaire, situations: questionnaire.situations.map((one) => (one.key === key ? reword(one, part) : one)) };
}

/** The place that was chosen, in the picture as it is now. */
function findAgain(chosen: Selection, flow: Flow, way: readonly { question: string; option: string }[]): Selection {
  if (chosen.kind !== 'question' && chosen.kind !== 'option') return chosen;
  const along = nodeAfter(flow, way);
  const node = along !== undefined && flow.nodes.get(along)?.question === chosen.key ? along : [...flow.nodes.values()].find(({ question }) => question === chosen.key)?.id;
  return { ...chosen, node };
}

/** The edge that a selection stands for: an option, or the beginning. */
export function placeOf(selection: Selection): Place | undefined {
  if (selection.kind === 'start') return 'root';
  return selection.kind === 'option' && selection.node !== undefined ? { node: selection.node, option: selection.option } : undefined;
}

const goToQuestion = (key: string): Selection => ({ kind: 'question', key, node: undefined });

function keyAction({ guided, apply, remove }: Pick<GuidedEditing, 'guided' | 'apply' | 'remove'>, key: string, code: string, selection: Selection): (() => void) | undefined {
  const place = placeOf(selection);
  if (code === 'KeyQ') return place && (() => apply(insertQuestion(guided, place), 'insert', goToQuestion));
  if (selection.kind === 'option') {
    const { key: question, option } = selection;
    const toOption = (made: string): Selection => ({ ...selection, option: made });
    if (code === 'KeyC') return () => apply(addOption(guided, question, option), 'duplicate', toOption);
    return {
      Enter: () => apply(addOption(guided, question), 'add', toOption), Delete: () => remove({ kind: 'option', key: question, option }),
      ArrowUp: () => apply(moveOption(guided, question, option, -1), 'move'), ArrowDown: () => apply(moveOption(guided, question, option, 1), 'move'),
    }[key];
  }
  if (selection.kind !== 'question') return undefined;
  const { key: question } = selection;
  if (code === 'KeyC') return () => apply(duplicateQuestion(guided, question), 'duplicate', goToQuestion);
  return {
    Enter: () => apply(addOption(guided, question), 'add', (option): Selection => ({ ...selection, kind: 'option', option })),
    Delete: () => remove({ kind: 'question', key: question, keep: guided.questionnaire.questions.find((one) => one.key === question)?.options[0]?.key }),
    ArrowUp: () => apply(moveQuestion(guided, question, -1), 'move'), ArrowDown: () => apply(moveQuestion(guided, question, 1), 'move'),
  }[key];
}

