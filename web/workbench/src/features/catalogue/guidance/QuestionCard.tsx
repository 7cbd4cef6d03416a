import type { Question, Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import type { PointerEvent } from 'react';
import { text } from '../text.ts';
import { isEnd, type FlowNode, type Target } from './flow.ts';
import { InlineText } from './InlineText.tsx';
import { cardWidth, type PlacedCard } from './layout.ts';
import { placeName, type Selection } from './selection.ts';

const words = text.guiding;

interface QuestionCardProps {
  card: PlacedCard;
  node: FlowNode;
  question: Question;
  number: number;
  /** At which of how many places the question stands here. */
  place: { at: number; of: number };
  situations: Questionnaire['situations'];
  selected: Selection | undefined;
  /** Whether the walked answers pass here, and with which option. */
  walked: { passed: boolean; option: string | undefined };
  faulty: (selection: Selection) => boolean;
  editing: string | undefined;
  readOnly: boolean;
  onSelect: (selection: Selection) => void;
  onEdit: (selection: Selection) => void;
  onReword: (selection: Selection, text: string | undefined) => void;
  onDrag: (event: PointerEvent, node: number, option: string) => void;
}

/** One question of the picture with its options and where each leads. */
export function QuestionCard(props: QuestionCardProps) {
  const { card, node, question, number, place, situations, selected, walked, faulty, editing, readOnly, onSelect, onEdit, onReword, onDrag } = props;
  const head: Selection = { kind: 'question', key: question.key, node: node.id };
  const isChosen = (one: Selection) => selected !== undefined && placeName(selected) === placeName(one);
  const state = [isChosen(head) ? 'is-chosen' : '', faulty(head) ? 'is-faulty' : '', walked.passed ? 'is-walked' : ''].join(' ');
  return (
    <div className={`flow-card ${state}`} style={{ left: card.x, top: card.y, width: cardWidth, height: card.height }} role="group" aria-label={question.text || words.blankQuestion} data-node={node.id}>
      <div className="flow-card__head" style={{ height: card.header }}>
        <span className="flow-card__number">{words.number(number)}</span>
        {editing === placeName(head) ? (
          <InlineText label={words.question.text} value={question.text} max={300} onDone={(next) => onReword(head, next)} />
        ) : (
          <button
            type="button" className="flow-card__text" data-place={placeName(head)} tabIndex={isChosen(head) || selected === undefined ? 0 : -1} title={question.text}
            onClick={() => onSelect(head)} onFocus={() => onSelect(head)} onDoubleClick={() => (readOnly ? undefined : onEdit(head))}
          >
            {question.text || <i>{words.blankQuestion}</i>}
          </button>
        )}
        {place.of > 1 ? <span className="flow-card__again" title={words.again(place.at, place.of)}>{place.at}/{place.of}</span> : null}
      </div>
      {card.rows.map(({ option: key, height }) => {
        const option = question.options.find((one) => one.key === key);
        if (!option) return null;
        const here: Selection = { kind: 'option', key: question.key, option: key, node: node.id };
        const target = node.edges.get(key) ?? [];
        return (
          <div key={key} className={`flow-row ${isChosen(here) ? 'is-chosen' : ''} ${faulty(here) ? 'is-faulty' : ''} ${walked.option === key ? 'is-walked' : ''}`} style={{ height }}>
            {editing === placeName(here) ? (
              <InlineText label={words.option.text} value={option.text} max={200} onDone={(next) => onReword(here, next)} />
            ) : (
              <button
                type="button" className="flow-row__text" data-place={placeName(here)} tabIndex={isChosen(here) ? 0 : -1} title={option.text}
                onClick={() => onSelect(here)} onFocus={() => onSelect(here)} onDoubleClick={() => (readOnly ? undefined : onEdit(here))}
              >
                {option.text || <i>{words.blankOption}</i>}
              </button>
            )}
            <Ending target={target} situations={situations} selected={selected} onSelect={onSelect} />
            {readOnly ? <span className="flow-row__port" /> : (
              <span className="flow-row__port is-live" title={words.port(option.text)} onPointerDown={(event) => onDrag(event, node.id, key)} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The situation an option ends in, or that it ends in none or in several. */
export function Ending({ target, situations, selected, onSelect }: { target: Target; situations: Questionnaire['situations']; selected: Selection | undefined; onSelect: (selection: Selection) => void }) {
  if (!isEnd(target)) return null;
  if (target.length === 0) return <span className="flow-end is-dead">{words.deadEnd}</span>;
  if (target.length > 1) return <span className="flow-end is-dead">{words.overlapping}</span>;
  const situation = situations.find(({ key }) => key === target[0]);
  if (!situation) return null;
  const chosen = selected?.kind === 'situation' && selected.key === situation.key;
  return (
    <button
      type="button" tabIndex={-1} className={`flow-end ${situation.refused ? 'is-refused' : ''} ${chosen ? 'is-chosen' : ''}`} title={situation.name} data-situation={situation.key}
      onClick={() => onSelect({ kind: 'situation', key: situation.key })}
    >
      {situation.name || words.blankSituation}
    </button>
  );
}
