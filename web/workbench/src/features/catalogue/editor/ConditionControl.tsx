import { isMembers, type Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import { text } from '../text.ts';
import { asCodes, type ControlProps } from './controls.tsx';

/** In which situations a material is needed: answers to the guiding questions, all of which must hold. */
export function ConditionControl({ id, value, onChange, disabled, questionnaire }: ControlProps & { questionnaire: Questionnaire | undefined }) {
  const conditions = Array.isArray(value) ? value.filter(isMembers) : [];
  const questions = questionnaire?.questions ?? [];
  if (questions.length === 0) return <p className="faint small" id={id}>{text.editing.condition.always}</p>;
  const chosen = (question: string) => asCodes(conditions.find((one) => one['question'] === question)?.['options']);
  const choose = (question: string, options: string[]) => {
    const others = conditions.filter((one) => one['question'] !== question);
    const next = options.length === 0 ? others : [...others, { question, options }];
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="conditions" id={id}>
      <p className="faint small">{conditions.length === 0 ? text.editing.condition.always : text.editing.condition.ask}</p>
      {questions.map((question) => (
        <div key={question.key}>
          <span className="small">{question.text}</span>
          <Select
            mode="multiple"
            size="small"
            aria-label={question.text}
            value={chosen(question.key)}
            disabled={disabled}
            options={question.options.map((option) => ({ value: option.key, label: option.text }))}
            onChange={(options: string[]) => choose(question.key, options)}
          />
        </div>
      ))}
    </div>
  );
}
