import { CommentOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { listVersionComments, resolveVersionComment, type VersionComment } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

/** What reviewers remark on one element, where it is mended; each can be marked as done (CAT-03). */
export function ElementComments({ comments, versionId }: { comments: readonly VersionComment[]; versionId: string }) {
  const client = useQueryClient();
  const { run, busy, problem } = useAction(resolveVersionComment);
  if (comments.length === 0) return null;
  const resolve = (commentId: string) => {
    void run({ params: { versionId, commentId }, body: { resolved: true } }, () => {
      void client.invalidateQueries({ queryKey: [listVersionComments.id, versionId] });
    });
  };
  return (
    <ul className="field__comments">
      <ProblemAlert problem={problem} />
      {comments.map(({ id, authorName, text: said, answers }) => (
        <li key={id}>
          <CommentOutlined /> <b>{authorName}</b>：<span className="pre-line">{said}</span>
          {answers.map((answer) => <p key={answer.id} className="faint small">{answer.authorName}：{answer.text}</p>)}
          <Button size="small" type="link" loading={busy} onClick={() => resolve(id)}>{text.comments.resolve}</Button>
        </li>
      ))}
    </ul>
  );
}
