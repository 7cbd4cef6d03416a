import type { BundleItem, GivenItemAnswer } from '@tongban/server/src/modules/bundles/contract.ts';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Select, Tooltip } from 'antd';
import { text } from '../text.ts';
import { matchOptions, readWay, writeWay, type AnswerWay } from './content-changes.ts';

const words = text.items;

interface AnswerWaysProps {
  item: BundleItem;
  /** The item's own questions. */
  asked: readonly Question[];
  /** The bundle's questionnaire. */
  questions: readonly Question[];
  disabled: boolean;
  onChange: (answers: GivenItemAnswer[]) => void;
  onAdopt: (question: Question) => void;
}

/** How the bundle answers each question of an item: not, always the same, or as a question of the bundle was answered. */
export function AnswerWays({ item, asked, questions, disabled, onChange, onAdopt }: AnswerWaysProps) {
  return (
    <div className="bundle-ways">
      <p className="faint small">{words.answersLead}</p>
      {asked.map((question) => {
        const way = readWay(item.answers, question.key);
        const set = (next: Exclude<AnswerWay, { kind: 'custom' }>) => onChange(writeWay(item.answers, question.key, next));
        return (
          <div key={question.key} className="bundle-way">
            <p className="small">{question.text}</p>
            <div className="bundle-line">
              <Select
                size="small" style={{ width: '100%' }} aria-label={`${question.text} ${words.answers}`} disabled={disabled} value={valueOf(way)} options={optionsOf(question, questions, way)}
                onChange={(value: string) => set(wayOf(value, question, questions))}
              />
              {way.kind === 'none' && !disabled ? <Tooltip title={words.copyHint}><Button size="small" onClick={() => onAdopt(question)}>{words.copy}</Button></Tooltip> : null}
            </div>
            {way.kind === 'mapped' ? <Mapping way={way} asked={question} by={questions.find(({ key }) => key === way.by)} disabled={disabled} onChange={set} /> : null}
          </div>
        );
      })}
    </div>
  );
}

function valueOf(way: AnswerWay): string {
  if (way.kind === 'fixed') return `fixed ${way.option}`;
  return way.kind === 'mapped' ? `by ${way.by}` : way.kind;
}

function optionsOf(asked: Question, questions: readonly Question[], way: AnswerWay) {
  return [
    { value: 'none', label: words.unanswered },
    ...asked.options.map(({ key, text: label }) => ({ value: `fixed ${key}`, label: words.fixed(label) })),
    ...questions.map(({ key, text: label }) => ({ value: `by ${key}`, label: words.by(label) })),
    ...(way.kind === 'custom' ? [{ value: 'custom', label: words.custom, disabled: true }] : []),
  ];
}

function wayOf(value: string, asked: Question, questions: readonly Question[]): Exclude<AnswerWay, { kind: 'custom' }> {
  const [kind, key = ''] = value.split(' ');
  if (kind === 'fixed') return { kind, option: key };
  const by = questions.find((question) => question.key === key);
  if (kind !== 'by' || !by) return { kind: 'none' };
  const matched = matchOptions(by, asked);
  const [first] = by.options;
  const [answer] = asked.options;
  // Nothing in common: the first pair stands until it is set right, for a way without any answer is none.
  return { kind: 'mapped', by: key, options: Object.keys(matched).length > 0 || !first || !answer ? matched : { [first.key]: answer.key } };
}

interface MappingProps { way: Extract<AnswerWay, { kind: 'mapped' }>; asked: Question; by: Question | undefined; disabled: boolean; onChange: (way: Extract<AnswerWay, { kind: 'mapped' }>) => void }

function Mapping({ way, asked, by, disabled, onChange }: MappingProps) {
  const set = (given: string, option: string) => {
    const { [given]: _before, ...rest } = way.options;
    onChange({ ...way, options: option === '' ? rest : { ...rest, [given]: option } });
  };
  return (
    <div className="bundle-mapping">
      {by?.options.map((option) => (
        <div key={option.key}>
          <span className="small muted">{words.mapTo(option.text)}</span>
          <Select
            size="small" aria-label={`${asked.text} ${words.mapTo(option.text)}`} disabled={disabled} value={way.options[option.key] ?? ''}
            options={[{ value: '', label: words.mapNone }, ...asked.options.map(({ key, text: label }) => ({ value: key, label }))]} onChange={(next: string) => set(option.key, next)}
          />
        </div>
      ))}
    </div>
  );
}
