import { useQuery } from '@tanstack/react-query';
import { getStaffItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { guide, type GivenAnswer, type GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { FormPreview } from './FormPreview.tsx';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.walk;

interface WalkPanelProps {
  editing: GuidedEditing;
  itemId: string;
  versionId: string;
  answers: readonly GivenAnswer[];
  onAnswers: (answers: readonly GivenAnswer[]) => void;
}

/** The guidance as an applicant goes through it, by what is on the screen now, saved or not (GDE-02). */
export function WalkPanel({ editing, itemId, versionId, answers, onAnswers }: WalkPanelProps) {
  const { elements, guided: { questionnaire } } = editing;
  const result = guide({ itemId, versionId, elements: { ...elements, questionnaire } }, answers);
  const { nextQuestion } = result;
  return (
    <div className="guide-form" aria-live="polite">
      <p className="faint small">{words.unsaved}</p>
      {result.answers.length > 0 ? (
        <ol className="walk-answers">
          {result.answers.map(({ question, option }, index) => {
            const asked = questionnaire.questions.find(({ key }) => key === question);
            return (
              <li key={question}>
                <span className="muted small">{asked?.text}</span>
                <span>{asked?.options.find(({ key }) => key === option)?.text}{' '}
                  <button type="button" className="link-button" onClick={() => onAnswers(result.answers.slice(0, index))}>{words.change}</button>
                </span>
              </li>
            );
          })}
        </ol>
      ) : null}
      {nextQuestion ? (
        <fieldset className="walk-question" key={nextQuestion.key}>
          <legend>{nextQuestion.text || text.guiding.blankQuestion}</legend>
          <p className="faint small">{words.question(result.progress.answered + 1, result.progress.remainingAtMost)}</p>
          {nextQuestion.help ? <p className="muted small">{nextQuestion.help}</p> : null}
          <Radio.Group
            className="guide-choices"
            value={null}
            onChange={({ target }) => onAnswers([...result.answers, { question: nextQuestion.key, option: String(target.value) }])}
            options={nextQuestion.options.map((option) => ({ value: option.key, label: option.text || text.guiding.blankOption }))}
          />
        </fieldset>
      ) : null}
      <Outcome editing={editing} itemId={itemId} versionId={versionId} result={result} />
      {result.answers.length > 0 ? <Button size="small" onClick={() => onAnswers([])}>{words.restart}</Button> : null}
    </div>
  );
}

function Outcome({ editing, itemId, versionId, result }: { editing: GuidedEditing; itemId: string; versionId: string; result: GuidanceResult }) {
  const [shown, setShown] = useState(false);
  const items = useQuery({ queryKey: [getStaffItem.id, itemId], queryFn: () => api.call(getStaffItem, { params: { itemId } }) }).data;
  const { situation, materials, nextQuestion } = result;
  const points = situation ? (editing.elements.conditionPoints ?? []).filter(({ situations }) => situations?.includes(situation.key) ?? true) : [];
  const form = editing.elements.forms.find(({ key }) => key === result.formKey);
  if (!nextQuestion && !situation) return <p className="is-danger" role="alert">{words.dead}</p>;
  const handlingItem = items?.handlingItems.find(({ id }) => id === situation?.handlingItemId)?.name ?? items?.item.name ?? editing.elements.name;
  return (
    <section className="walk-result" aria-label={words.result}>
      {situation ? (
        <Facts
          items={[
            { label: words.situation, value: <button type="button" className="link-button" onClick={() => editing.select({ kind: 'situation', key: situation.key })}>{situation.name || text.guiding.blankSituation}</button> },
            ...(situation.refused ? [] : [{ label: words.handlingItem, value: handlingItem }, { label: words.form, value: form ? <button type="button" className="link-button" onClick={() => setShown(true)}>{form.name}</button> : words.noForm }]),
          ]}
        />
      ) : null}
      {situation?.refused ? <p className="is-danger">{words.refused}</p> : null}
      {result.notes.length > 0 ? <ul className="dots small">{result.notes.map((note, index) => <li key={`${index} ${note}`}>{note}</li>)}</ul> : null}
      {situation?.refused ? null : (
        <>
          <h3>{situation ? (materials.length > 0 ? words.materials(materials.length) : words.none) : words.provisional(materials.length)}</h3>
          <ol className="numbered small">
            {materials.map(({ material, reason }) => (
              <li key={material.key}>
                <button type="button" className="link-button" onClick={() => editing.select({ kind: 'material', key: material.key })}>{material.name}</button>
                {reason ? <p className="faint">{reason}</p> : null}
              </li>
            ))}
          </ol>
          {points.length > 0 ? (
            <>
              <h3>{words.conditionPoints(points.length)}</h3>
              <ol className="numbered small">
                {points.map(({ key, stage, text: point, condition }) => <li key={key}><span className="faint">{text.stages[stage]}</span> {point}<p className="faint">{text.materials.condition(condition)}</p></li>)}
              </ol>
            </>
          ) : null}
        </>
      )}
      {shown && form ? <FormPreview form={form} answers={result.answers} versionId={versionId} onClose={() => setShown(false)} /> : null}
    </section>
  );
}
