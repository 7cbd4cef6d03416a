import { useQuery } from '@tanstack/react-query';
import { previewBundle, type BundleOutcome } from '@tongban/server/src/modules/bundles/contract.ts';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { PreviewForm } from './PreviewForm.tsx';

const words = text.preview;

/** The bundle as a citizen walks through it, with everything that comes of the answers (BDL-01). */
export function PreviewSection({ versionId, revision, questions }: { versionId: string; revision: number; questions: readonly Question[] }) {
  const [answers, setAnswers] = useState<BundleOutcome['answers']>([]);
  const outcome = useQuery({
    queryKey: [previewBundle.id, versionId, revision, answers], placeholderData: (before) => before,
    queryFn: () => api.call(previewBundle, { params: { versionId }, body: { answers } }),
  });
  return (
    <div className="bundle-section">
      <p className="muted">{words.lead}</p>
      <QueryState query={outcome}>
        {(data) => (
          <div className="bundle-preview">
            <div>
              <Answered answers={data.answers} questions={questions} onBack={(count) => setAnswers(data.answers.slice(0, count))} />
              {data.nextQuestion ? (
                <Asked key={data.nextQuestion.key} question={data.nextQuestion} number={data.answers.length + 1} onAnswer={(option) => setAnswers([...data.answers, { question: data.nextQuestion?.key ?? '', option }])} />
              ) : null}
            </div>
            <Outcome outcome={data} />
          </div>
        )}
      </QueryState>
    </div>
  );
}

function Answered({ answers, questions, onBack }: { answers: BundleOutcome['answers']; questions: readonly Question[]; onBack: (count: number) => void }) {
  if (answers.length === 0) return null;
  return (
    <div className="bundle-answered">
      <div className="bundle-line"><b>{words.answered}</b><Button size="small" type="link" onClick={() => onBack(0)}>{words.restart}</Button></div>
      <dl>
        {answers.map(({ question, option }, index) => {
          const asked = questions.find(({ key }) => key === question);
          return (
            <div key={question}>
              <dt>{asked?.text ?? question}</dt>
              <dd>{asked?.options.find(({ key }) => key === option)?.text ?? option} <Button size="small" type="link" aria-label={`${words.change} ${asked?.text ?? ''}`} onClick={() => onBack(index)}>{words.change}</Button></dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function Asked({ question, number, onAnswer }: { question: Question; number: number; onAnswer: (option: string) => void }) {
  return (
    <fieldset className="bundle-asked">
      <legend><span className="faint small">{words.question(number)}</span> <b>{question.text}</b></legend>
      {question.help ? <p className="faint small">{question.help}</p> : null}
      <Radio.Group aria-label={question.text} value={null} onChange={({ target }) => onAnswer(String(target.value))}>
        {question.options.map((option) => <Radio key={option.key} value={option.key}>{option.text}{option.help ? <span className="faint small">　{option.help}</span> : null}</Radio>)}
      </Radio.Group>
    </fieldset>
  );
}

const savingNames = ['days', 'materials', 'fields', 'visits'] as const;

function Outcome({ outcome }: { outcome: BundleOutcome }) {
  const { items, steps, materials, savings, promisedDays, form, nextQuestion } = outcome;
  if (items.length === 0) return <p className="muted">{words.none}</p>;
  const itemOf = (key: string) => items.find((item) => item.key === key);
  return (
    <div className="bundle-outcome">
      {nextQuestion ? <p className="faint small">{words.certain}</p> : null}
      <ul className="bundle-savings" aria-label={words.savings}>
        {savingNames.map((name) => <li key={name}><span className="faint small">{words.saving[name]}</span><b>{savings[name].after}</b>{savings[name].after < savings[name].before ? <s className="faint">{savings[name].before}</s> : null}</li>)}
      </ul>
      <h3>{words.steps}（{words.days(promisedDays)}）</h3>
      <ol className="bundle-steps">
        {steps.map((step, index) => (
          <li key={step.items.join()}>
            <span className="faint small">{text.graph.step(index + 1)} · {text.graph.startsAfter(step.startsAfterDays)}</span>
            <ul>
              {step.items.map(itemOf).map((item) => (item ? (
                <li key={item.key}>
                  <b>{item.name}</b> <span className="faint small">{item.departmentName} · {text.items.days(item.days)}{item.situation ? ` · ${item.situation}` : ''}</span>
                  {item.refused ? <Tag tone="danger">{words.refused}</Tag> : null}
                  {item.openQuestion && !nextQuestion ? <p className="small is-warning">{words.openQuestion(item.openQuestion)}</p> : null}
                </li>
              ) : null))}
            </ul>
          </li>
        ))}
      </ol>
      <h3>{words.materials(materials.length)}</h3>
      <ol className="bundle-numbered">{materials.map(({ key, name, neededBy }) => <li key={key}>{name} <span className="faint small">{words.neededBy(neededBy.map(({ itemName }) => itemName).join('、'))}</span></li>)}</ol>
      {form ? <><h3>{words.form(form.fields.length)}</h3><PreviewForm definition={form.definition} /></> : null}
    </div>
  );
}
