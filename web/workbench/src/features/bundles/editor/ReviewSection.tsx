import { addBundleComment, partLabel, partLabels, resolveBundleComment, type BundleComment, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button } from 'antd';
import { CommentList, CommentThread, NewComment } from '../../../shared/review/comments.tsx';
import { ReviewSteps } from '../../../shared/review/ReviewSteps.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.review;

interface ReviewSectionProps {
  version: BundleVersionView;
  comments: readonly BundleComment[];
  onJump: (path: string) => void;
  onDone: () => void;
}

/** Who was asked and what they said: of the whole version, and of single parts (BDL-01, CAT-03). */
export function ReviewSection({ version, comments, onJump, onDone }: ReviewSectionProps) {
  const { versionId, content, review, abilities } = version;
  const add = useAction(addBundleComment);
  const places = [
    ...content.questions.map(({ key }) => `questions.${key}`), ...content.items.map(({ key }) => `items.${key}`), ...Object.keys(partLabels),
  ].map((path) => ({ value: path, label: partLabel(content, path) }));
  return (
    <div className="bundle-section">
      {review ? <ReviewSteps review={review} /> : <p className="muted">{words.never}</p>}
      <h3>{words.comments}</h3>
      {abilities.comment ? (
        <NewComment
          name={`bundle.${versionId}.comment`} placeLabel={words.place} places={places} adding={add}
          onAdd={(path, said, done) => { void add.run({ params: { versionId }, body: { path, text: said } }, () => { done(); onDone(); }); }}
        />
      ) : null}
      <CommentList remarks={comments}>
        {(comment) => <Thread key={comment.id} comment={comment} versionId={versionId} mayComment={abilities.comment} onJump={onJump} onDone={onDone} />}
      </CommentList>
    </div>
  );
}

function Thread({ comment, versionId, mayComment, onJump, onDone }: { comment: BundleComment; versionId: string; mayComment: boolean; onJump: (path: string) => void; onDone: () => void }) {
  const add = useAction(addBundleComment);
  const resolve = useAction(resolveBundleComment);
  return (
    <CommentThread
      remark={comment} mayComment={mayComment} adding={add} resolving={resolve}
      jump={<Button type="link" size="small" aria-label={`${words.look}：${comment.label}`} onClick={() => onJump(comment.path)}>{words.look}</Button>}
      onAnswer={(said, done) => { void add.run({ params: { versionId }, body: { path: comment.path, text: said, threadId: comment.id } }, () => { done(); onDone(); }); }}
      onResolve={(resolved) => { void resolve.run({ params: { versionId, commentId: comment.id }, body: { resolved } }, onDone); }}
    />
  );
}
