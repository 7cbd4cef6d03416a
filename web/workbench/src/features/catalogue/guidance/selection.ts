import type { Questionnaire, QuestionnaireFault } from '@tongban/server/src/modules/catalog/contract.ts';
import { nodeAfter, type Flow } from './flow.ts';

/** What the picture has chosen: shown beside it, and where keys act. */
export type Selection =
  | { readonly kind: 'question'; readonly key: string; readonly node: number | undefined }
  | { readonly kind: 'option'; readonly key: string; readonly option: string; readonly node: number | undefined }
  | { readonly kind: 'situation'; readonly key: string }
  | { readonly kind: 'material'; readonly key: string }
  | { readonly kind: 'start' };

/** Where a place of the picture stands in the page, to be focused and scrolled to. */
export function placeName(selection: Selection): string {
  switch (selection.kind) {
    case 'start': return 'start';
    case 'question': return `question ${selection.node ?? selection.key}`;
    case 'option': return `option ${selection.node ?? selection.key} ${selection.option}`;
    default: return `${selection.kind} ${selection.key}`;
  }
}

/** What a fault or finding is about, by its path; the place it names on the way of its answers, where it has any. */
export function selectionOf({ path, answers = [] }: Pick<QuestionnaireFault, 'path' | 'answers'>, { questions }: Questionnaire, flow: Flow | undefined): Selection | undefined {
  const [list, key = '', part, option] = path.split('.');
  if (list === 'situations' && key !== '') return { kind: 'situation', key };
  if (list === 'materials' && key !== '') return { kind: 'material', key };
  if (list !== 'questions' || !questions.some((question) => question.key === key)) return answers.length > 0 && flow ? lastOf(answers, flow) : undefined;
  const node = flow && nodeOf(flow, key, answers);
  return part === 'options' && option !== undefined ? { kind: 'option', key, option, node } : { kind: 'question', key, node };
}

function nodeOf(flow: Flow, key: string, answers: readonly { question: string; option: string }[]): number | undefined {
  const upTo = answers.slice(0, answers.findIndex(({ question }) => question === key) + 1).slice(0, -1);
  const on = answers.length > 0 ? nodeAfter(flow, upTo) : undefined;
  if (on !== undefined && flow.nodes.get(on)?.question === key) return on;
  return [...flow.nodes.values()].find(({ question }) => question === key)?.id;
}

function lastOf(answers: readonly { question: string; option: string }[], flow: Flow): Selection | undefined {
  const last = answers.at(-1);
  return last && { kind: 'option', key: last.question, option: last.option, node: nodeAfter(flow, answers.slice(0, -1)) };
}
