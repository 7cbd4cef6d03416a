import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import type { BundleItem, PartItem } from '@tongban/server/src/modules/bundles/contract.ts';
import type { Question } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { text } from '../text.ts';
import { AnswerWays } from './AnswerWays.tsx';
import { ConditionPicker } from './ConditionPicker.tsx';
import { sayConditions } from './conditions.ts';
import { readWay } from './content-changes.ts';
import { Faults } from './Faults.tsx';
import type { SectionProps } from './section.ts';

const words = text.items;

interface ItemCardProps {
  item: BundleItem;
  number: number;
  last: boolean;
  others: readonly BundleItem[];
  questions: readonly Question[];
  part: PartItem | undefined;
  findings: SectionProps['findings'];
  discussion: SectionProps['discussion'];
  disabled: boolean;
  onChange: (item: BundleItem) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onAdopt: (question: Question) => void;
}

/** One item: when it is handled, what it waits for, and who answers its own questions. */
export function ItemCard({ item, number, last, others, questions, part, findings, discussion, disabled, onChange, onMove, onRemove, onAdopt }: ItemCardProps) {
  const faulty = findings.some(({ severity }) => severity === 'error');
  const [open, setOpen] = useState(faulty);
  const name = part?.name ?? item.name;
  const unanswered = (part?.questions ?? []).filter(({ key, when }) => readWay(item.answers, key).kind === 'none' && (when ?? []).length === 0).length;
  const id = `item-${item.key}`;
  return (
    <section className="bundle-card" data-path={`items.${item.key}`} aria-label={name}>
      <header>
        <button type="button" className="bundle-card__title" aria-expanded={open} aria-label={words.open(name)} onClick={() => setOpen(!open)}>
          {open ? <DownOutlined /> : <RightOutlined />}<span className="number faint">{number}</span><b>{name}</b>
          <span className="faint small">{part ? `${part.departmentName}　${words.days(part.days)}` : ''}</span>
        </button>
        {item.when.length === 0 ? <Tag>{words.always}</Tag> : <Tag tone="todo" title={sayConditions(questions, item.when)}>{words.conditional}</Tag>}
        {unanswered > 0 ? <Tag tone="warning">{words.open_(unanswered)}</Tag> : null}
        {part && !part.offered ? <Tag tone="danger">{words.notOffered}</Tag> : null}
        {part?.outdated ? <Tag tone="warning" title={words.outdatedHint}>{words.outdated}</Tag> : null}
        {disabled ? null : (
          <span className="bundle-card__tools">
            <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={words.up(name)} disabled={number === 1} onClick={() => onMove(-1)} />
            <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={words.down(name)} disabled={last} onClick={() => onMove(1)} />
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={words.remove(name)} onClick={onRemove} />
          </span>
        )}
      </header>
      <Faults findings={findings} />
      <Remarks discussion={discussion} path={`items.${item.key}`} />
      {open ? (
        <div className="bundle-card__body">
          <div>
            <label className="bundle-card__label" htmlFor={`${id}-depends`}>{words.dependsOn}</label>
            <Select
              id={`${id}-depends`} mode="multiple" style={{ width: '100%' }} disabled={disabled} value={item.dependsOn} placeholder={words.dependsNone} showSearch={{ optionFilterProp: 'label' }}
              options={others.map((other) => ({ value: other.key, label: other.name }))} onChange={(dependsOn: string[]) => onChange({ ...item, dependsOn: dependsOn.slice(0, 20) })}
            />
            <span className="bundle-card__label">{words.when}</span>
            <ConditionPicker questions={questions} when={item.when} disabled={disabled} onChange={(when) => onChange({ ...item, when })} />
          </div>
          <div>
            <span className="bundle-card__label">{words.answers}</span>
            {part && part.questions.length > 0
              ? <AnswerWays item={item} asked={part.questions} questions={questions} disabled={disabled} onChange={(answers) => onChange({ ...item, answers })} onAdopt={onAdopt} />
              : <p className="faint small">{words.noQuestions}</p>}
          </div>
        </div>
      ) : null}
    </section>
  );
}
