import type { Static } from '@tongban/contract-kit';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import type { GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';
import { Radio } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useShortcut } from '../../shared/keyboard/shortcuts.ts';
import { text } from './text.ts';

interface GuidanceQuestionsProps {
  questions: readonly Static<typeof Question>[];
  /** Those that still count, and what is asked next. */
  result: { answers: readonly GivenAnswer[]; nextQuestion: Static<typeof Question> | null };
  onAnswer: (answers: readonly GivenAnswer[]) => void;
  /** What the answers lead to. */
  children: ReactNode;
}

/** The questions asked so far with their answers, and the next one, answered by its digits too; any answer can be changed where it stands. */
export function GuidanceQuestions({ questions, result, onAnswer, children }: GuidanceQuestionsProps) {
  const asked = result.answers.flatMap(({ question }) => questions.find(({ key }) => key === question) ?? []);
  const shown = result.nextQuestion ? [...asked, result.nextQuestion] : asked;

  function answer(question: Static<typeof Question>, option: string) {
    const before = result.answers.slice(
      0,
      result.answers.findIndex((given) => given.question === question.key) === -1
        ? undefined
        : result.answers.findIndex((given) => given.question === question.key),
    );
    // Later answers are sent too: the server keeps those that still count.
    const after = result.answers.slice(before.length + 1);
    onAnswer([...before, { question: question.key, option }, ...after]);
  }
  const next = result.nextQuestion;
  const digits = next?.options.slice(0, 9).map((_option, index) => String(index + 1)) ?? [];
  // What is typed before the next question has come answers that one: a practised clerk types `12` at once.
  const typed = useRef<{ answered: string | undefined; ahead: string[] }>({ answered: undefined, ahead: [] });
  function press(question: Static<typeof Question>, digit: string) {
    if (typed.current.answered === question.key) {
      typed.current.ahead.push(digit);
      return;
    }
    const option = question.options[Number(digit) - 1];
    if (!option) return;
    typed.current.answered = question.key;
    answer(question, option.key);
  }
  useEffect(() => {
    const [digit, ...ahead] = typed.current.ahead;
    typed.current = { answered: undefined, ahead: next ? ahead : [] };
    if (next && digit) press(next, digit);
    // Each question is answered once when it comes, whatever else is drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [next?.key]);
  useShortcut({ keys: digits, label: text.guidance.digit, scope: 'here' }, next ? ({ key }) => press(next, key) : undefined);
  return (
    <div className="questions">
      {questions.length === 0 ? <p className="muted">{text.guidance.none}</p> : null}
      {shown.map((question, index) => (
        <fieldset key={question.key} className="question">
          <legend>
            {index + 1}. {question.text}
            {question.help ? <span className="faint small">　{question.help}</span> : null}
          </legend>
          <Radio.Group
            value={result.answers.find((given) => given.question === question.key)?.option ?? null}
            onChange={(event) => answer(question, String(event.target.value))}
            options={question.options.map((option, place) => ({
              value: option.key,
              label: (
                <>
                  {question === next && digits[place] ? <kbd>{digits[place]}</kbd> : null} {option.text}
                  {option.help ? <span className="faint small">　{option.help}</span> : null}
                </>
              ),
            }))}
          />
        </fieldset>
      ))}
      {children}
    </div>
  );
}
