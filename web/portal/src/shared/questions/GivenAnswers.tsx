import { Card } from '@tongban/ui';
import { Link } from 'react-router';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { questionText as text } from './text.ts';
import './questions.css';

interface GivenAnswersProps {
  questions: readonly Question[];
  answers: readonly { question: string; option: string }[];
  /** Address at which only so many of the answers are given. */
  linkTo: (count: number) => string;
}

/** The questions answered so far in words, each with the way back to it. */
export function GivenAnswers({ questions, answers, linkTo }: GivenAnswersProps) {
  return (
    <Card title={text.answered} level={2} compact className="tb-no-print" aside={<Link to={linkTo(0)}>{text.restart}</Link>}>
      <dl className="given">
        {answers.map((answer, index) => {
          const question = questions.find((one) => one.key === answer.question);
          return (
            <div key={answer.question}>
              <dt>{question?.text}</dt>
              <dd>
                {question?.options.find((option) => option.key === answer.option)?.text}
                <Link to={linkTo(index)} aria-label={text.changeOf(question?.text ?? '')}>{text.change}</Link>
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
