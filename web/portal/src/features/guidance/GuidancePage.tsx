import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Skeleton } from '@tongban/ui';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { getItemGuide, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { evaluateGuidance, type GivenAnswer, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { api } from '../../shared/api.ts';
import { readAnswers, writeAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { GuidanceOutcome } from './GuidanceOutcome.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { text } from './text.ts';
import './guidance.css';

/** The questions answered so far in words, each with the way back to it. */
function GivenAnswers({ guide, answers }: { guide: ItemGuide; answers: readonly GivenAnswer[] }) {
  const questions = guide.elements.questionnaire?.questions ?? [];
  return (
    <Card
      title={text.answered} level={2} compact className="tb-no-print"
      aside={<Link to={links.guidance(guide.itemId)}>{text.restart}</Link>}
    >
      <dl className="given">
        {answers.map((answer, index) => {
          const question = questions.find((one) => one.key === answer.question);
          return (
            <div key={answer.question}>
              <dt>{question?.text}</dt>
              <dd>
                {question?.options.find((option) => option.key === answer.option)?.text}
                <Link to={links.guidance(guide.itemId, writeAnswers(answers.slice(0, index)))} aria-label={text.changeOf(question?.text ?? '')}>{text.change}</Link>
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function Stand({ result, guide }: { result: GuidanceResult; guide: ItemGuide }) {
  const navigate = useNavigate();
  const { nextQuestion } = result;
  return (
    <div className="stack">
      {result.answers.length > 0 && <GivenAnswers guide={guide} answers={result.answers} />}
      {result.complete || !nextQuestion
        ? <GuidanceOutcome result={result} guide={guide} />
        : (
          <Card>
            <QuestionStep
              key={nextQuestion.key} question={nextQuestion} number={result.progress.answered + 1} remaining={result.progress.remainingAtMost}
              onAnswer={(option) => void navigate(links.guidance(guide.itemId, writeAnswers([...result.answers, { question: nextQuestion.key, option }])))}
            />
          </Card>
        )}
    </div>
  );
}

/** Asks one question at a time; the answers live in the address, so that back, reload and sharing work. */
export function GuidancePage() {
  const { itemId = '' } = useParams();
  const [params] = useSearchParams();
  const answers = readAnswers(params.get('answers'));
  const guide = useQuery({ queryKey: ['catalog.get-item-guide', itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }), meta: { public: true } });
  const result = useQuery({
    queryKey: ['guidance.evaluate-answers', itemId, answers],
    queryFn: () => api.call(evaluateGuidance, { params: { itemId }, body: { answers } }),
    placeholderData: keepPreviousData, meta: { public: true },
  });
  if (!guide.data) return <div className="page"><Answer query={guide} lines={8}>{() => null}</Answer></div>;
  const item = guide.data;
  return (
    <Page
      title={result.data?.complete && !result.data.situation?.refused ? text.resultTitle : text.title} windowTitle={`${item.elements.name}：${text.title}`} narrow
      trail={[{ to: links.item(itemId), label: item.elements.name }]} lead={<p>{item.elements.name}</p>}
    >
      {result.isPending ? <Skeleton lines={6} /> : <Answer query={result}>{(data) => <Stand result={data} guide={item} />}</Answer>}
    </Page>
  );
}
