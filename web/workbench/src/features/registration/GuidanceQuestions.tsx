import type { ItemGuide, Question } from '@tongban/server/src/modules/catalog/contract.ts';
import type { GivenAnswer, GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { Alert, Radio } from 'antd';
import type { Static } from '@tongban/contract-kit';
import { useShortcut } from '../../shared/keyboard/shortcuts.ts';
import { text } from './text.ts';

interface GuidanceQuestionsProps {
  guide: ItemGuide;
  result: GuidanceResult;
  onAnswer: (answers: readonly GivenAnswer[]) => void;
}

/** The questions asked so far with their answers, and the next one, answered by its digits too; any answer can be changed where it stands. */
export function GuidanceQuestions({ guide, result, onAnswer }: GuidanceQuestionsProps) {
  const questions = guide.elements.questionnaire?.questions ?? [];
  const asked = result.answers.flatMap(({ question }) => questions.find(({ key }) => key === question) ?? []);
  const shown = result.nextQuestion ? [...asked, result.nextQuestion] : asked;
  const { situation } = result;

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
  useShortcut({ keys: digits, label: text.guidance.digit, scope: 'here' }, next ? ({ key }) => {
    const option = next.options[Number(key) - 1];
    if (option) answer(next, option.key);
  } : undefined);
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
      {result.complete && situation ? (
        <Alert
          type={situation.refused ? 'error' : 'info'}
          showIcon={situation.refused}
          title={situation.refused ? `${text.guidance.refused}：${situation.name}` : `${text.guidance.situation}：${situation.name}`}
          {...(result.notes.length > 0
            ? {
                description: (
                  <ul className="notes">
                    {result.notes.map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                ),
              }
            : {})}
        />
      ) : null}
    </div>
  );
}
