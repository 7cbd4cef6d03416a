import type { SurveyQuestion } from '@tongban/server/src/modules/surveys/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { text } from './text.ts';

const words = text.design;
const kinds = ['text', 'yes-no', 'choice'] as const;

/** Questions beyond the elements, answered for every item. */
export function QuestionList({ questions, onChange }: { questions: readonly SurveyQuestion[]; onChange: (questions: SurveyQuestion[]) => void }) {
  const change = (key: string, next: Partial<SurveyQuestion>) => onChange(questions.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const add = () => onChange([...questions, { key: `q-${crypto.randomUUID().slice(0, 8)}`, text: '', kind: 'text', required: false }]);
  return (
    <div>
      {questions.map((question, index) => (
        <div className="survey__question" key={question.key}>
          <Input value={question.text} maxLength={200} aria-label={`${words.questionText} ${index + 1}`} placeholder={words.questionText} onChange={(event) => change(question.key, { text: event.target.value })} />
          <Select
            value={question.kind} aria-label={`${words.kind} ${index + 1}`} options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            onChange={(kind: SurveyQuestion['kind']) => change(question.key, { kind })}
          />
          <Checkbox checked={question.required} onChange={(event) => change(question.key, { required: event.target.checked })}>{words.required}</Checkbox>
          <Button type="text" onClick={() => onChange(questions.filter(({ key }) => key !== question.key))}>{words.remove}</Button>
          {question.kind === 'choice' ? (
            <Input
              className="is-options" defaultValue={(question.options ?? []).join('、')} aria-label={`${words.options} ${index + 1}`} placeholder={words.options}
              onChange={(event) => change(question.key, { options: event.target.value.split(/[、，,]/).map((one) => one.trim()).filter(Boolean) })}
            />
          ) : null}
        </div>
      ))}
      <Button type="dashed" size="small" onClick={add} disabled={questions.length >= 20}>{words.addQuestion}</Button>
    </div>
  );
}
