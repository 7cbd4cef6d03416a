import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Skeleton } from '@tongban/ui';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { getItemGuide, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { evaluateGuidance, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { api } from '../../shared/api.ts';
import { readAnswers, writeAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { GivenAnswers } from '../../shared/questions/GivenAnswers.tsx';
import { QuestionStep } from '../../shared/questions/QuestionStep.tsx';
import { GuidanceOutcome } from './GuidanceOutcome.tsx';
import { text } from './text.ts';
import './guidance.css';

function Stand({ result, guide }: { result: GuidanceResult; guide: ItemGuide }) {
  const navigate = useNavigate();
  const { nextQuestion } = result;
  return (
    <div className="stack">
      {result.answers.length > 0 && (
        <GivenAnswers
          questions={guide.elements.questionnaire?.questions ?? []} answers={result.answers}
          linkTo={(count) => links.guidance(guide.itemId, count === 0 ? undefined : writeAnswers(result.answers.slice(0, count)))}
        />
      )}
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
  const situation = result.data?.situation;
  // Nothing is to be prepared for this item where another takes over, or nobody needs one.
  const own = result.data?.complete && !situation?.refused && (situation?.handlingItemId ?? itemId) === itemId;
  return (
    <Page
      title={own ? text.resultTitle : text.title} windowTitle={`${item.elements.name}：${text.title}`} narrow
      trail={[{ to: links.item(itemId), label: item.elements.name }]} lead={<p>{item.elements.name}</p>}
    >
      {result.isPending ? <Skeleton lines={6} /> : <Answer query={result}>{(data) => <Stand result={data} guide={item} />}</Answer>}
    </Page>
  );
}
