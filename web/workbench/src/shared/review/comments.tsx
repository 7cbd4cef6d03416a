import type { Problem } from '@tongban/contract-kit';
import type { ReviewComment } from '@tongban/server/src/kernel/reviews/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Tag } from '../case/tags.tsx';
import { formatMoment } from '../format/dates.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useTyped } from '../typed/use-typed.ts';
import './review.css';

const words = text.comments;

/** A remark with what people call its place. */
export type Remark = Omit<ReviewComment, 'path'> & { label: string };

interface Sending { busy: boolean; problem: Problem | undefined }

/** The remarks, those that are not dealt with first to be looked at. */
export function CommentList<R extends Remark>({ remarks, children }: { remarks: readonly R[]; children: (remark: R) => ReactNode }) {
  const [open, setOpen] = useState(true);
  const shown = remarks.filter(({ resolvedAt }) => !open || resolvedAt === null);
  return (
    <>
      <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>{words.onlyOpen}</Checkbox>
      {shown.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="comments">{shown.map(children)}</ul>
    </>
  );
}

interface NewCommentProps {
  /** Under which this tab keeps what is typed. */
  name: string;
  placeLabel: string;
  places: readonly { value: string; label: string }[];
  adding: Sending;
  onAdd: (place: string, said: string, done: () => void) => void;
}

/** A new remark: its place and its text. */
export function NewComment({ name, placeLabel, places, adding, onAdd }: NewCommentProps) {
  const [typed, setTyped, forget] = useTyped<{ place: string; text: string }>(name, { place: places[0]?.value ?? '', text: '' });
  return (
    <div className="comments__new">
      <ProblemAlert problem={adding.problem} />
      <Select
        aria-label={placeLabel}
        value={typed.place}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...places]}
        onChange={(place: string) => setTyped((before) => ({ ...before, place }))}
      />
      <Input.TextArea
        aria-label={words.text}
        placeholder={words.text}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={typed.text}
        onChange={({ target }) => setTyped((before) => ({ ...before, text: target.value }))}
      />
      <Button type="primary" loading={adding.busy} disabled={typed.text.trim() === ''} onClick={() => onAdd(typed.place, typed.text.trim(), forget)}>
        {words.add}
      </Button>
    </div>
  );
}

interface CommentThreadProps {
  remark: Remark;
  mayComment: boolean;
  adding: Sending;
  resolving: Sending;
  onAnswer: (said: string, done: () => void) => void;
  onResolve: (resolved: boolean) => void;
  /** The way to its place. */
  jump?: ReactNode;
}

/** A remark with its answers. */
export function CommentThread({ remark, mayComment, adding, resolving, onAnswer, onResolve, jump }: CommentThreadProps) {
  const [answer, setAnswer, forget] = useTyped(`comment.${remark.id}`, '');
  const resolved = remark.resolvedAt !== null;
  return (
    <li className={resolved ? 'comments__thread is-resolved' : 'comments__thread'}>
      <p>
        <Tag>{remark.label}</Tag> <b>{remark.authorName}</b> <span className="faint small">{formatMoment(remark.createdAt)}</span> {jump}
        {resolved ? <Tag tone="done">{words.resolvedBy(remark.resolvedByName ?? '')}</Tag> : null}
      </p>
      <p className="pre-line">{remark.text}</p>
      {remark.answers.map((one) => (
        <p key={one.id} className="comments__answer">
          <b>{one.authorName}</b> <span className="faint small">{formatMoment(one.createdAt)}</span>
          <br />
          {one.text}
        </p>
      ))}
      <ProblemAlert problem={adding.problem ?? resolving.problem} />
      {mayComment ? (
        <div className="comments__foot">
          <Input
            size="small"
            aria-label={words.answer}
            placeholder={words.answer}
            maxLength={1000}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
            onPressEnter={() => {
              if (answer.trim() !== '') onAnswer(answer.trim(), forget);
            }}
          />
          <Button size="small" loading={resolving.busy} onClick={() => onResolve(!resolved)}>{resolved ? words.reopen : words.resolve}</Button>
        </div>
      ) : null}
    </li>
  );
}
