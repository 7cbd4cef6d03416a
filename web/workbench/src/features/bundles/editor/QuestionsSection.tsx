import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Input } from 'antd';
import { Tag } from '../../../shared/case/tags.tsx';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { text } from '../text.ts';
import { ConditionPicker } from './ConditionPicker.tsx';
import { countUses, freeKey, moved, removeFromQuestions, withWhen } from './content-changes.ts';
import { Faults } from './Faults.tsx';
import { findingsAt, type SectionProps } from './section.ts';

const words = text.questions;
const mostQuestions = 40;
const mostOptions = 50;

/** The questionnaire: each question with its options and when it is asked. */
export function QuestionsSection({ content, findings, discussion, disabled, change }: SectionProps) {
  const { questions } = content;
  const set = (next: Question[], part: string) => change({ ...content, questions: next }, part);
  const add = () => {
    const [yes = '', no = ''] = words.newOptions;
    set([...questions, { key: freeKey('question', questions.map(({ key }) => key)), text: '', options: [{ key: 'yes', text: yes }, { key: 'no', text: no }] }], 'questions.added');
  };
  return (
    <div className="bundle-section">
      <p className="muted">{words.lead}</p>
      <Faults findings={findings.filter(({ path }) => path === 'questions')} />
      <Remarks discussion={discussion} path="questions" />
      {questions.length === 0 ? <p className="faint">{words.none}</p> : null}
      {questions.map((question, index) => (
        <QuestionCard
          key={question.key} question={question} number={index + 1} last={index === questions.length - 1} earlier={questions.slice(0, index)} uses={countUses(content, question.key)}
          disabled={disabled} findings={findingsAt(findings, `questions.${question.key}`)} discussion={discussion}
          onChange={(next) => set(questions.map((one) => (one.key === question.key ? next : one)), `questions.${question.key}`)}
          onMove={(step) => set(moved(questions, index, step), 'questions.moved')}
          onRemove={() => change(removeFromQuestions(content, question.key), 'questions.removed')}
          onRemoveOption={(option) => change(removeFromQuestions(content, question.key, option), 'questions.removed')}
        />
      ))}
      {disabled ? null : <Button icon={<PlusOutlined />} disabled={questions.length >= mostQuestions} onClick={add}>{words.add}</Button>}
    </div>
  );
}

interface QuestionCardProps {
  question: Question;
  number: number;
  last: boolean;
  earlier: readonly Question[];
  uses: number;
  disabled: boolean;
  findings: SectionProps['findings'];
  discussion: SectionProps['discussion'];
  onChange: (question: Question) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onRemoveOption: (option: string) => void;
}

function QuestionCard({ question, number, last, earlier, uses, disabled, findings, discussion, onChange, onMove, onRemove, onRemoveOption }: QuestionCardProps) {
  const { modal } = App.useApp();
  const name = question.text.trim() || words.unnamed(number);
  const id = `question-${question.key}`;
  const setOption = (key: string, part: { text?: string; help?: string }) => onChange({
    ...question, options: question.options.map((option) => {
      if (option.key !== key) return option;
      const { help, ...rest } = { ...option, ...part };
      return help ? { ...rest, help } : rest;
    }),
  });
  const setHelp = (help: string) => {
    const { help: _before, ...rest } = question;
    onChange(help === '' ? rest : { ...rest, help });
  };
  const remove = () => {
    if (uses === 0) return onRemove();
    void modal.confirm({ title: words.removeTitle, content: words.removeLead(uses), okText: text.confirm, cancelText: text.cancel, onOk: onRemove });
  };
  return (
    <section className="bundle-card" data-path={`questions.${question.key}`} aria-label={name}>
      <header>
        <span className="number faint">{number}</span>
        <Input id={id} aria-label={`${words.question} ${number}`} value={question.text} maxLength={300} disabled={disabled} placeholder={words.question} onChange={({ target }) => onChange({ ...question, text: target.value })} />
        <Tag tone={uses === 0 ? 'warning' : 'neutral'}>{uses === 0 ? words.unused : words.used(uses)}</Tag>
        {disabled ? null : (
          <span className="bundle-card__tools">
            <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={words.up(name)} disabled={number === 1} onClick={() => onMove(-1)} />
            <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={words.down(name)} disabled={last} onClick={() => onMove(1)} />
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={words.remove(name)} onClick={remove} />
          </span>
        )}
      </header>
      <Faults findings={findings} />
      <Remarks discussion={discussion} path={`questions.${question.key}`} />
      <div className="bundle-card__body">
        <div>
          <span className="bundle-card__label">{words.options}</span>
          {question.options.map((option, index) => (
            <div className="bundle-option" key={option.key}>
              <Input size="small" aria-label={`${name} ${words.option(index + 1)}`} value={option.text} maxLength={200} disabled={disabled} placeholder={words.option(index + 1)} onChange={({ target }) => setOption(option.key, { text: target.value })} />
              <Input size="small" aria-label={`${name} ${words.option(index + 1)} ${words.help}`} value={option.help ?? ''} maxLength={500} disabled={disabled} placeholder={words.optionHelp} onChange={({ target }) => setOption(option.key, { help: target.value })} />
              {disabled ? null : <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={words.removeOption(option.text)} disabled={question.options.length <= 2} onClick={() => onRemoveOption(option.key)} />}
            </div>
          ))}
          {disabled ? null : (
            <Button size="small" type="link" icon={<PlusOutlined />} disabled={question.options.length >= mostOptions} onClick={() => onChange({ ...question, options: [...question.options, { key: freeKey('option', question.options.map(({ key }) => key)), text: '' }] })}>
              {words.addOption}
            </Button>
          )}
        </div>
        <div>
          <label className="bundle-card__label" htmlFor={`${id}-help`}>{words.help}</label>
          <Input.TextArea id={`${id}-help`} autoSize={{ minRows: 1, maxRows: 4 }} value={question.help ?? ''} maxLength={500} disabled={disabled} onChange={({ target }) => setHelp(target.value)} />
          <span className="bundle-card__label">{words.when}</span>
          {earlier.length === 0 ? <p className="faint small">{words.always}</p> : <ConditionPicker questions={earlier} when={question.when ?? []} disabled={disabled} onChange={(when) => onChange(withWhen(question, when))} />}
        </div>
      </div>
    </section>
  );
}
