import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Question, QuestionOption } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input } from 'antd';
import { text } from '../text.ts';
import { addOption, insertQuestion, limits, moveOption } from './edits.ts';
import { NextStep } from './NextStep.tsx';
import type { Selection } from './selection.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.option;

/** The words of an option and what follows when it is chosen. */
export function OptionPanel({ editing, question, option, node }: { editing: GuidedEditing; question: Question; option: QuestionOption; node: number | undefined }) {
  const { guided, apply, readOnly, rewordOption, remove, select } = editing;
  const place = node === undefined ? undefined : { node, option: option.key };
  const toOption = (made: string): Selection => ({ kind: 'option', key: question.key, option: made, node });
  return (
    <div className="guide-form">
      <h3>{words.title}</h3>
      <p className="small"><button type="button" className="link-button" onClick={() => select({ kind: 'question', key: question.key, node })}>{question.text || text.guiding.blankQuestion}</button></p>
      <div className="guide-field">
        <label htmlFor="guide-option">{words.text}</label>
        <Input.TextArea id="guide-option" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} disabled={readOnly} value={option.text} onChange={({ target }) => rewordOption(question.key, option.key, { text: target.value })} />
      </div>
      <div className="guide-field">
        <label htmlFor="guide-option-help">{words.help}</label>
        <Input.TextArea id="guide-option-help" autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} disabled={readOnly} value={option.help ?? ''} onChange={({ target }) => rewordOption(question.key, option.key, { help: target.value || undefined })} />
      </div>
      {place ? <NextStep editing={editing} place={place} /> : <p className="muted small">{text.guiding.asideLead}</p>}
      {readOnly ? null : (
        <div className="guide-tools">
          {place ? (
            <Button size="small" icon={<PlusOutlined />} disabled={guided.questionnaire.questions.length >= limits.questions} onClick={() => apply(insertQuestion(guided, place), 'insert', (key) => ({ kind: 'question', key, node: undefined }))}>{words.insert}</Button>
          ) : null}
          <Button size="small" icon={<ArrowUpOutlined />} disabled={question.options[0] === option} onClick={() => apply(moveOption(guided, question.key, option.key, -1), 'move')}>{words.up}</Button>
          <Button size="small" icon={<ArrowDownOutlined />} disabled={question.options.at(-1) === option} onClick={() => apply(moveOption(guided, question.key, option.key, 1), 'move')}>{words.down}</Button>
          <Button size="small" icon={<CopyOutlined />} disabled={question.options.length >= limits.options} onClick={() => apply(addOption(guided, question.key, option.key), 'duplicate', toOption)}>{text.guiding.question.duplicate}</Button>
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove({ kind: 'option', key: question.key, option: option.key })}>{text.guiding.question.remove}</Button>
        </div>
      )}
    </div>
  );
}
