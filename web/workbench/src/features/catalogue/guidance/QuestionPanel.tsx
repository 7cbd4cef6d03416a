import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input } from 'antd';
import { text } from '../text.ts';
import { addOption, duplicateQuestion, limits, moveQuestion } from './edits.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.question;

/** The words of a question, its place in the order, and its options. */
export function QuestionPanel({ editing, question }: { editing: GuidedEditing; question: Question }) {
  const { guided, flow, apply, readOnly, rewordQuestion, remove, select } = editing;
  const { key } = question;
  const places = [...flow?.nodes.values() ?? []].filter((node) => node.question === key);
  const toOption = (option: string) => ({ kind: 'option', key, option, node: places[0]?.id }) as const;
  return (
    <div className="guide-form">
      <h3>{words.title}</h3>
      <div className="guide-field">
        <label htmlFor="guide-question">{words.text}</label>
        <Input.TextArea id="guide-question" autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} disabled={readOnly} value={question.text} onChange={({ target }) => rewordQuestion(key, { text: target.value })} />
        {places.length > 1 ? <p className="faint small">{words.same(places.length)}</p> : null}
      </div>
      <div className="guide-field">
        <label htmlFor="guide-question-help">{words.help}</label>
        <Input.TextArea id="guide-question-help" autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} disabled={readOnly} value={question.help ?? ''} onChange={({ target }) => rewordQuestion(key, { help: target.value || undefined })} />
      </div>
      <div className="guide-field">
        <span>{words.options}</span>
        <ul className="guide-list">
          {question.options.map((option) => (
            <li key={option.key}><button type="button" className="link-button" onClick={() => select(toOption(option.key))}>{option.text || text.guiding.blankOption}</button></li>
          ))}
        </ul>
      </div>
      {readOnly ? null : (
        <div className="guide-tools">
          <Button size="small" icon={<PlusOutlined />} disabled={question.options.length >= limits.options} onClick={() => apply(addOption(guided, key), 'add', toOption)}>{words.add}</Button>
          <Button size="small" icon={<ArrowUpOutlined />} onClick={() => apply(moveQuestion(guided, key, -1), 'move')}>{words.up}</Button>
          <Button size="small" icon={<ArrowDownOutlined />} onClick={() => apply(moveQuestion(guided, key, 1), 'move')}>{words.down}</Button>
          <Button size="small" icon={<CopyOutlined />} disabled={guided.questionnaire.questions.length >= limits.questions} onClick={() => apply(duplicateQuestion(guided, key), 'duplicate', (made) => ({ kind: 'question', key: made, node: undefined }))}>{words.duplicate}</Button>
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove({ kind: 'question', key, keep: question.options[0]?.key })}>{words.remove}</Button>
        </div>
      )}
    </div>
  );
}
