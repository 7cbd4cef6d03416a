import { alternativesOf, isMembers, type AnswerCondition, type Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Select } from 'antd';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import { asCodes, type ControlProps } from './controls.tsx';

const words = text.editing.condition;

interface ConditionControlProps extends ControlProps {
  questionnaire: Questionnaire | undefined;
  /** The situations it is limited to; every one when undefined. */
  situations: unknown;
  onSituations: (situations: string[] | undefined) => void;
}

/** In which situations a material is needed, and after which answers to the guiding questions, all of which must hold. */
export function ConditionControl({ id, value, onChange, disabled, questionnaire, situations, onSituations }: ConditionControlProps) {
  const conditions = Array.isArray(value) ? value.filter(isMembers) : [];
  const { questions = [], situations: known = [] } = questionnaire ?? {};
  const limited = situations === undefined ? undefined : asCodes(situations);
  const free = conditions.length === 0 && limited === undefined;
  return (
    <div className="conditions" id={id}>
      <p className="faint small">{free ? words.always : words.ask}</p>
      {known.length > 1 || limited !== undefined ? (
        <div>
          <span className="small">{words.situations}</span>
          <Select
            mode="multiple" size="small" allowClear={clearable} aria-label={words.situations} placeholder={words.everySituation} value={limited ?? []} disabled={disabled}
            options={known.map(({ key, name }) => ({ value: key, label: name }))} showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string[]) => onSituations(next.length === 0 ? undefined : next)}
          />
        </div>
      ) : null}
      {conditions.some((condition) => condition['alternative'] !== undefined)
        ? <Alternatives conditions={value as AnswerCondition[]} questions={questions} disabled={disabled} onClear={() => onChange(undefined)} />
        : questions.map((question) => (
          <div key={question.key}>
            <span className="small">{question.text}</span>
            <Select
              mode="multiple" size="small" aria-label={question.text} disabled={disabled}
              value={asCodes(conditions.find((one) => one['question'] === question.key)?.['options'])}
              options={question.options.map((option) => ({ value: option.key, label: option.text }))}
              onChange={(options: string[]) => {
                // Conditions on questions that are gone can never hold and go too.
                const others = conditions.filter((one) => one['question'] !== question.key && questions.some(({ key }) => key === one['question']));
                const next = options.length === 0 ? others : [...others, { question: question.key, options }];
                onChange(next.length === 0 ? undefined : next);
              }}
            />
          </div>
        ))}
    </div>
  );
}

/** Conditions of which one group is enough, as they came with the item: shown in words, and taken away as a whole. */
function Alternatives({ conditions, questions, disabled, onClear }: { conditions: readonly AnswerCondition[]; questions: Questionnaire['questions']; disabled: boolean; onClear: () => void }) {
  const describe = ({ question, options }: AnswerCondition): string => {
    const asked = questions.find(({ key }) => key === question);
    return `${asked?.text ?? question}：${options.map((option) => asked?.options.find(({ key }) => key === option)?.text ?? option).join('、')}`;
  };
  return (
    <>
      <ul className="dots small">
        {alternativesOf(conditions).map((together, index) => <li key={index}>{together.map(describe).join('；')}</li>)}
      </ul>
      <Button size="small" disabled={disabled} onClick={onClear}>{words.clear}</Button>
    </>
  );
}
