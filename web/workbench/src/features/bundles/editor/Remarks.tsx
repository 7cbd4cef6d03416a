import { CommentOutlined } from '@ant-design/icons';
import type { BundleComment } from '@tongban/server/src/modules/bundles/contract.ts';

/** What reviewers remarked on a place and nobody has dealt with. */
export function Remarks({ comments, path }: { comments: readonly BundleComment[]; path: string }) {
  const here = comments.filter((comment) => comment.resolvedAt === null && comment.path === path);
  if (here.length === 0) return null;
  return (
    <ul className="bundle-faults">
      {here.map(({ id, authorName, text: said }) => <li key={id} className="is-remark"><CommentOutlined /> {authorName}：{said}</li>)}
    </ul>
  );
}
