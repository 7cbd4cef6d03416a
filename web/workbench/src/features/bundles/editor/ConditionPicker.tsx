import type { AnswerCondition, Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import { text } from '../text.ts';

interface ConditionPickerProps {
  /** Questions whose answers may be asked for. */
  questions: readonly Question[];
  when: readonly AnswerCondition[];
  disabled: boolean;
  onChange: (when: AnswerCondition[]) => void;
}

/** Answers to the questionnaire that must all hold; nothing chosen means always. */
export function ConditionPicker({ questions, when, disabled, onChange }: ConditionPickerProps) {
  if (questions.length === 0) return <p className="faint small">{text.conditions.always}</p>;
  const choose = (question: string, options: string[]) => {
    const others = when.filter((one) => one.question !== question);
    onChange(options.length === 0 ? others : [...others, { question, options }]);
  };
  return (
    <div className="bundle-conditions">
      <p className="faint small">{when.length === 0 ? text.conditions.always : text.conditions.andAll}</p>
      {questions.map((question) => (
        <div key={question.key}>
          <span className="small">{question.text}</span>
          <Select
            mode="multiple" size="small" aria-label={`${question.text} ${text.conditions.pick}`} placeholder={text.conditions.anyOption} disabled={disabled}
            value={[...when.find((one) => one.question === question.key)?.options ?? []]} options={question.options.map(({ key, text: label }) => ({ value: key, label }))}
            onChange={(options: string[]) => choose(question.key, options)}
          />
        </div>
      ))}
    </div>
  );
}
