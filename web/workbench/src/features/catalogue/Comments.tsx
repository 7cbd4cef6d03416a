import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addVersionComment, elementInfo, elementNames, getItemVersion, listVersionComments, resolveVersionComment, type ItemVersion, type VersionComment,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { CommentList, CommentThread, NewComment } from '../../shared/review/comments.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const places = elementNames.toSorted((one, other) => Number(other === 'name') - Number(one === 'name')).map((name) => ({ value: name, label: elementInfo[name].label }));

/** Remarks on single elements of a version, with their answers (CAT-03). */
export function Comments({ version }: { version: ItemVersion }) {
  const client = useQueryClient();
  const params = { versionId: version.versionId };
  const comments = useQuery({ queryKey: [listVersionComments.id, version.versionId], queryFn: () => api.call(listVersionComments, { params }) });
  const add = useAction(addVersionComment);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [listVersionComments.id, version.versionId] });
    void client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] });
  };
  return (
    <div className="version__pad">
      {version.abilities.comment ? (
        <NewComment
          name={`version.${version.versionId}.comment`} placeLabel={text.comments.element} places={places} adding={add}
          onAdd={(elementPath, said, done) => { void add.run({ params, body: { elementPath, text: said } }, () => { done(); refresh(); }); }}
        />
      ) : null}
      <QueryState query={comments}>
        {(data) => <CommentList remarks={data.comments.map((comment) => ({ ...comment, label: comment.elementLabel }))}>{(comment) => <Thread key={comment.id} comment={comment} version={version} onDone={refresh} />}</CommentList>}
      </QueryState>
    </div>
  );
}

function Thread({ comment, version, onDone }: { comment: VersionComment & { label: string }; version: ItemVersion; onDone: () => void }) {
  const add = useAction(addVersionComment);
  const resolve = useAction(resolveVersionComment);
  const { versionId } = version;
  return (
    <CommentThread
      remark={comment} mayComment={version.abilities.comment} adding={add} resolving={resolve}
      onAnswer={(said, done) => { void add.run({ params: { versionId }, body: { elementPath: comment.elementPath, text: said, threadId: comment.id } }, () => { done(); onDone(); }); }}
      onResolve={(resolved) => { void resolve.run({ params: { versionId, commentId: comment.id }, body: { resolved } }, onDone); }}
    />
  );
}
