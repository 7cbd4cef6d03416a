import { text } from '../text.ts';
import { MaterialPanel } from './MaterialPanel.tsx';
import { OptionPanel } from './OptionPanel.tsx';
import { QuestionPanel } from './QuestionPanel.tsx';
import { SituationPanel } from './SituationPanel.tsx';
import { StartPanel } from './StartPanel.tsx';
import type { GuidedEditing } from './use-guided.ts';

/** What is chosen in the picture, with all its words and where it leads. */
export function EditPanel({ editing, itemId }: { editing: GuidedEditing; itemId: string }) {
  const { selected, guided: { questionnaire } } = editing;
  const question = selected && (selected.kind === 'question' || selected.kind === 'option') ? questionnaire.questions.find(({ key }) => key === selected.key) : undefined;
  if (question && selected?.kind === 'question') return <QuestionPanel key={question.key} editing={editing} question={question} />;
  const option = selected?.kind === 'option' ? question?.options.find(({ key }) => key === selected.option) : undefined;
  if (question && option && selected?.kind === 'option') return <OptionPanel key={`${question.key} ${option.key}`} editing={editing} question={question} option={option} node={selected.node} />;
  const situation = selected?.kind === 'situation' ? questionnaire.situations.find(({ key }) => key === selected.key) : undefined;
  if (situation) return <SituationPanel key={situation.key} editing={editing} situation={situation} itemId={itemId} />;
  const material = selected?.kind === 'material' ? editing.elements.materials.find(({ key }) => key === selected.key) : undefined;
  if (material) return <MaterialPanel key={material.key} editing={editing} material={material} />;
  return selected?.kind === 'start' || questionnaire.questions.length === 0 ? <StartPanel editing={editing} /> : <div className="guide-form"><p className="muted">{editing.readOnly ? text.guiding.nothingShown : text.guiding.noSelection}</p>{editing.readOnly ? null : <p className="faint small">{text.guiding.keys}</p>}</div>;
}
