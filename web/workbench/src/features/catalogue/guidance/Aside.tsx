import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { text } from '../text.ts';
import { addSituation, limits } from './edits.ts';
import { countWaysTo, unconnectedQuestions } from './flow.ts';
import { placeName, type Selection } from './selection.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding;

/** Below the picture: every situation, and what no option leads to; lines may be let go on a situation here. */
export function Aside({ editing, onSelect }: { editing: GuidedEditing; onSelect: (selection: Selection) => void }) {
  const { guided, flow, readOnly, apply, selected } = editing;
  const { questionnaire } = guided;
  const questions = flow ? unconnectedQuestions(questionnaire, flow) : [];
  const ways = flow ? countWaysTo(flow) : new Map<string, number>();
  const chosen = (selection: Selection) => selected !== undefined && placeName(selected) === placeName(selection);
  return (
    <div className="guide-aside">
      <section>
        <h3>{words.situations}</h3>
        {questionnaire.situations.map(({ key, name, refused }) => {
          const here: Selection = { kind: 'situation', key };
          const lost = (ways.get(key) ?? 0) === 0;
          return (
            <button
              key={key} type="button" data-situation={key} data-place={placeName(here)} title={lost ? words.situation.unreached : name}
              className={`flow-end ${refused ? 'is-refused' : ''} ${lost ? 'is-lost' : ''} ${chosen(here) ? 'is-chosen' : ''}`} onClick={() => onSelect(here)}
            >
              {name || words.blankSituation}
            </button>
          );
        })}
        {readOnly ? null : (
          <Button size="small" type="text" icon={<PlusOutlined />} disabled={questionnaire.situations.length >= limits.situations} onClick={() => apply(addSituation(guided), 'add', (key) => ({ kind: 'situation', key }))}>
            {words.situation.add}
          </Button>
        )}
      </section>
      {questions.length > 0 ? (
        <section title={words.asideLead}>
          <h3>{words.aside}</h3>
          {questions.map(({ key, text: asked }) => {
            const here: Selection = { kind: 'question', key, node: undefined };
            return <button key={key} type="button" data-place={placeName(here)} className={`flow-end is-question ${chosen(here) ? 'is-chosen' : ''}`} onClick={() => onSelect(here)}>{asked || words.blankQuestion}</button>;
          })}
        </section>
      ) : null}
    </div>
  );
}
