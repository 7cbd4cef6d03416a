import { Select } from 'antd';
import { text } from '../text.ts';
import { addSituation, connect, insertQuestion, mayLead } from './edits.ts';
import { edgesInto, isEnd, targetAt, unconnectedQuestions, type Flow, type Place } from './flow.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding;

/** Where an option leads: chosen from the questions and situations there are, or made new. */
export function NextStep({ editing, place }: { editing: GuidedEditing; place: Place }) {
  const { guided, flow, apply, readOnly } = editing;
  const { questionnaire } = guided;
  if (!flow) return null;
  const target = targetAt(flow, place);
  const value = isEnd(target) ? (target.length === 1 ? `situation ${target[0] ?? ''}` : target.length === 0 ? 'none' : null) : `node ${target}`;
  const nameOf = (key: string): string => questionnaire.questions.find((question) => question.key === key)?.text || words.blankQuestion;
  const nodes = [...flow.nodes.values()].filter(({ id }) => mayLead(flow, place, id) && (place === 'root' || place.node !== id));
  const aside = unconnectedQuestions(questionnaire, flow);
  const choose = (chosen: string) => {
    const [kind = '', key = ''] = chosen.split(' ');
    if (kind === 'node') apply(connect(guided, place, Number(key)), 'connect');
    else if (kind === 'situation') apply(connect(guided, place, [key]), 'connect');
    else if (kind === 'aside') apply(insertQuestion(guided, place, key), 'connect', () => ({ kind: 'question', key, node: undefined }));
    else if (kind === 'new') apply(addSituation(guided, place), 'add', (made) => ({ kind: 'situation', key: made }));
    else apply(connect(guided, place, []), 'connect');
  };
  return (
    <div className="guide-field">
      <label htmlFor="guide-next">{words.option.next}</label>
      <Select
        id="guide-next"
        aria-label={words.option.next}
        value={value}
        disabled={readOnly}
        style={{ width: '100%' }}
        placeholder={words.overlapping}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={choose}
        options={[
          { value: 'none', label: words.option.none },
          { value: 'new', label: words.option.newSituation },
          { label: words.option.situations, options: questionnaire.situations.map(({ key, name }) => ({ value: `situation ${key}`, label: name || words.blankSituation })) },
          { label: words.option.questions, options: nodes.map(({ id, question }) => ({ value: `node ${id}`, label: `${nameOf(question)}${whereabouts(flow, id, nameOf)}` })) },
          ...(aside.length === 0 ? [] : [{ label: words.option.asideQuestions, options: aside.map(({ key }) => ({ value: `aside ${key}`, label: nameOf(key) })) }]),
        ]}
      />
    </div>
  );
}

/** After which question a node stands, where its question stands more than once. */
function whereabouts(flow: Flow, id: number, nameOf: (key: string) => string): string {
  const question = flow.nodes.get(id)?.question;
  if ([...flow.nodes.values()].filter((node) => node.question === question).length < 2) return '';
  const [from] = edgesInto(flow, id);
  const before = from === undefined || from === 'root' ? undefined : flow.nodes.get(from.node);
  return before ? words.option.after(nameOf(before.question)) : '';
}
