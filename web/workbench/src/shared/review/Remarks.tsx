import { CommentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import type { Discussion } from './use-discussion.ts';
import './review.css';

/** What reviewers remark on one part and nobody has dealt with, where it is mended; `within` also shows what is said of its entries (CAT-03). */
export function Remarks({ discussion, path, within = false }: { discussion: Discussion; path: string; within?: boolean }) {
  const here = discussion.open.filter((remark) => remark.path === path || (within && remark.path.startsWith(`${path}.`)));
  const { run, busy, problem } = useAction(discussion.operations.resolve);
  if (here.length === 0) return null;
  const resolve = (commentId: string) => {
    void run({ params: { versionId: discussion.versionId, commentId }, body: { resolved: true } }, discussion.refresh);
  };
  return (
    <ul className="remarks">
      <ProblemAlert problem={problem} />
      {here.map(({ id, authorName, text: said, answers }) => (
        <li key={id}>
          <CommentOutlined /> <b>{authorName}</b>：<span className="pre-line">{said}</span>
          {answers.map((answer) => <p key={answer.id} className="faint small">{answer.authorName}：{answer.text}</p>)}
          {discussion.mayComment ? <Button size="small" type="link" loading={busy} onClick={() => resolve(id)}>{text.comments.resolve}</Button> : null}
        </li>
      ))}
    </ul>
  );
}
