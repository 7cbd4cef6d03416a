import { Button, RadioGroup } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { questionText as text } from './text.ts';
import './questions.css';

/** One question with its options; moves on only when one is chosen. */
export function QuestionStep({ question, number, remaining, onAnswer }:
  { question: Question; number: number; remaining: number; onAnswer: (option: string) => void }) {
  const [chosen, setChosen] = useState<string>();
  const [tried, setTried] = useState(false);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (chosen !== undefined) onAnswer(chosen);
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="question-count" aria-live="polite">{text.question(number)}，{text.remaining(remaining)}</p>
      <RadioGroup
        label={<span className="question-text">{question.text}</span>} hint={question.help}
        options={question.options.map((option) => ({ value: option.key, label: option.text, hint: option.help }))}
        value={chosen} onChange={setChosen} error={tried && chosen === undefined ? text.choose : undefined}
      />
      <div><Button type="submit" variant="primary" size="large">{text.next}</Button></div>
    </form>
  );
}
