import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card } from '@tongban/ui';
import { useNavigate } from 'react-router';
import { evaluateBundle } from '@tongban/server/src/modules/bundles/contract.ts';
import { api } from '../../shared/api.ts';
import { writeAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { GivenAnswers } from '../../shared/questions/GivenAnswers.tsx';
import { QuestionStep } from '../../shared/questions/QuestionStep.tsx';
import { BundleResult } from './BundleResult.tsx';
import type { BundleGuide } from './bundle-guide.ts';
import { text } from './text.ts';

type Given = { question: string; option: string }[];

/** Asks one question at a time and shows what the answers lead to; back, reload and sharing work by the address. */
export function BundleWalk({ guide, answers }: { guide: BundleGuide; answers: Given }) {
  const navigate = useNavigate();
  const outcome = useQuery({
    queryKey: [evaluateBundle.id, guide.id, answers], placeholderData: keepPreviousData, meta: { public: true },
    queryFn: () => api.call(evaluateBundle, { params: { bundleId: guide.id }, body: { answers } }),
  });
  const done = outcome.data !== undefined && outcome.data.nextQuestion === null;
  const title = done ? text.resultTitle : text.guideTitle;
  return (
    <Page title={title} windowTitle={`${guide.name}：${title}`} trail={[{ to: links.bundles(), label: text.title }, { to: links.bundle(guide.id), label: guide.name }]} lead={<p>{guide.name}</p>} narrow={!done}>
      <Answer query={outcome} lines={8}>
        {(data) => (
          <div className="stack">
            {data.nextQuestion
              ? (
                <Card>
                  <QuestionStep
                    key={data.nextQuestion.key} question={data.nextQuestion} number={data.answers.length + 1} remaining={data.remainingAtMost}
                    onAnswer={(option) => void navigate(links.bundle(guide.id, writeAnswers([...data.answers, { question: data.nextQuestion?.key ?? '', option }])))}
                  />
                </Card>
              )
              : <BundleResult guide={guide} outcome={data} />}
            {data.answers.length > 0 && <GivenAnswers questions={guide.questions} answers={data.answers} linkTo={(count) => links.bundle(guide.id, writeAnswers(data.answers.slice(0, count)))} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}
