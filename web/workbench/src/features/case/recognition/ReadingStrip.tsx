import { qualityHintLabels, readingNoteLabels, readingStateLabels, type FileReading, type Question } from '@tongban/server/src/modules/recognition/contract.ts';
import { Button } from 'antd';
import { Tag } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const words = text.recognition;

/** One line above a material: what it was found to be, and how it compares. */
export function ReadingStrip({ reading, questions, open, onToggle }: { reading: FileReading; questions: readonly Question[]; open: boolean; onToggle: () => void }) {
  const { state, type, expected, fields, hints, notes, pagesRead } = reading;
  const count = (comparison: FileReading['fields'][number]['comparison']): number => fields.filter((field) => field.comparison === comparison).length;
  const done = state === 'done';
  return (
    <div className="reading-strip" role="group" aria-label={words.title}>
      <span className="muted small">{words.title}</span>
      {done ? null : <Tag tone={state === 'failed' ? 'warning' : 'neutral'}>{readingStateLabels[state]}</Tag>}
      {type ? <Tag tone={expected === false ? 'warning' : 'done'}>{words.kind(type.name, type.confidence, type.by === 'person')}</Tag> : expected === false ? <Tag tone="warning">{words.unknownKind}</Tag> : null}
      {[...new Set(hints.map(({ hint }) => hint))].map((hint) => <Tag key={hint} tone="warning">{qualityHintLabels[hint]}</Tag>)}
      {count('differs') > 0 ? <Tag tone="danger">{words.differs(count('differs'))}</Tag> : null}
      {count('same') > 0 ? <Tag tone="done">{words.same(count('same'))}</Tag> : null}
      {questions.some(({ acknowledged }) => acknowledged) ? <Tag>{words.acknowledged}</Tag> : null}
      {done && !type && expected === null && notes[0] ? <span className="faint small reading-strip__note" title={readingNoteLabels[notes[0]]}>{readingNoteLabels[notes[0]]}</span> : null}
      {state === 'waiting' || state === 'reading' ? null : <Button size="small" type={open ? 'default' : 'link'} aria-expanded={open} onClick={onToggle}>{open ? words.close : pagesRead > 0 ? words.open : words.details}</Button>}
    </div>
  );
}
