import type { ReviewComment } from '@tongban/server/src/kernel/reviews/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Tag } from '../case/tags.tsx';
import { Lack } from '../form/Lack.tsx';
import { useMissing } from '../form/use-missing.ts';
import { formatMoment } from '../format/dates.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { QueryState } from '../problem/QueryState.tsx';
import { text } from '../text.ts';
import { useTyped } from '../typed/use-typed.ts';
import { useAction } from '../use-action.ts';
import type { Discussion } from './use-discussion.ts';
import './review.css';

const words = text.comments;

interface CommentsProps {
  discussion: Discussion;
  /** Where a remark can be made, with what people call it; the first is chosen to begin with. */
  places: readonly { value: string; label: string }[];
  /** What a place is called here, e.g. 要素. */
  placeLabel: string;
  /** Leads to the part that a remark is on. */
  onJump?: ((path: string) => void) | undefined;
}

/** Remarks on single parts of a version, with their answers (CAT-03). */
export function Comments({ discussion, places, placeLabel, onJump }: CommentsProps) {
  return (
    <>
      {discussion.mayComment ? <NewComment discussion={discussion} places={places} placeLabel={placeLabel} /> : null}
      <QueryState query={discussion.query}>
        {({ comments }) => <CommentList comments={comments} discussion={discussion} onJump={onJump} />}
      </QueryState>
    </>
  );
}

/** The remarks, those that are not dealt with first to be looked at. */
function CommentList({ comments, ...shared }: Omit<CommentThreadProps, 'comment'> & { comments: readonly ReviewComment[] }) {
  const [open, setOpen] = useState(true);
  const shown = comments.filter(({ resolvedAt }) => !open || resolvedAt === null);
  return (
    <>
      <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>{words.onlyOpen}</Checkbox>
      {shown.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="comments">{shown.map((comment) => <CommentThread key={comment.id} comment={comment} {...shared} />)}</ul>
    </>
  );
}

function NewComment({ discussion, places, placeLabel }: Omit<CommentsProps, 'onJump'>) {
  const { operations, versionId, refresh } = discussion;
  const add = useAction(operations.add);
  const [typed, setTyped, forget] = useTyped<{ place: string; text: string }>(`comments.${versionId}`, { place: places[0]?.value ?? '', text: '' });
  const missing = useMissing({ 'comment-text': typed.text.trim() === '' && words.needText });
  const send = () => {
    if (!missing.check()) return;
    void add.run({ params: { versionId }, body: { path: typed.place, text: typed.text.trim() } }, () => { forget(); refresh(); });
  };
  return (
    <div className="comments__new">
      <ProblemAlert problem={add.problem} />
      <Select
        aria-label={placeLabel}
        value={typed.place}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...places]}
        onChange={(place: string) => setTyped((before) => ({ ...before, place }))}
      />
      <Input.TextArea
        id="comment-text"
        aria-label={words.text}
        placeholder={words.text}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={typed.text}
        onChange={({ target }) => setTyped((before) => ({ ...before, text: target.value }))}
      />
      <Button type="primary" loading={add.busy} onClick={send}>{words.add}</Button>
      <Lack text={missing.of('comment-text')} />
    </div>
  );
}

interface CommentThreadProps {
  comment: ReviewComment;
  discussion: Discussion;
  onJump?: ((path: string) => void) | undefined;
}

/** A remark with its answers. */
function CommentThread({ comment, discussion, onJump }: CommentThreadProps) {
  const { operations, versionId, mayComment, refresh } = discussion;
  const { id, path, label } = comment;
  const add = useAction(operations.add);
  const resolve = useAction(operations.resolve);
  const [answer, setAnswer, forget] = useTyped(`comment.${id}`, '');
  const resolved = comment.resolvedAt !== null;
  const send = () => {
    if (answer.trim() === '') return;
    void add.run({ params: { versionId }, body: { path, text: answer.trim(), threadId: id } }, () => { forget(); refresh(); });
  };
  return (
    <li className={resolved ? 'comments__thread is-resolved' : 'comments__thread'}>
      <p>
        <Tag>{label}</Tag> <b>{comment.authorName}</b> <span className="faint small">{formatMoment(comment.createdAt)}</span>{' '}
        {onJump ? <Button type="link" size="small" aria-label={`${words.look}：${label}`} onClick={() => onJump(path)}>{words.look}</Button> : null}
        {resolved ? <Tag tone="done">{words.resolvedBy(comment.resolvedByName ?? '')}</Tag> : null}
      </p>
      <p className="pre-line">{comment.text}</p>
      {comment.answers.map((one) => (
        <p key={one.id} className="comments__answer">
          <b>{one.authorName}</b> <span className="faint small">{formatMoment(one.createdAt)}</span>
          <br />
          {one.text}
        </p>
      ))}
      <ProblemAlert problem={add.problem ?? resolve.problem} />
      {mayComment ? (
        <div className="comments__foot">
          <Input size="small" aria-label={words.answer} placeholder={words.answer} maxLength={1000} value={answer} onChange={({ target }) => setAnswer(target.value)} onPressEnter={send} />
          <Button size="small" loading={resolve.busy} onClick={() => { void resolve.run({ params: { versionId, commentId: id }, body: { resolved: !resolved } }, refresh); }}>
            {resolved ? words.reopen : words.resolve}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
