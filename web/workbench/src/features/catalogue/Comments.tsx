import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addVersionComment, elementInfo, elementNames, getItemVersion, listVersionComments, resolveVersionComment, type ItemVersion, type VersionComment,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.comments;

/** Remarks on single elements of a version, with their answers (CAT-03). */
export function Comments({ version }: { version: ItemVersion }) {
  const client = useQueryClient();
  const params = { versionId: version.versionId };
  const comments = useQuery({ queryKey: [listVersionComments.id, version.versionId], queryFn: () => api.call(listVersionComments, { params }) });
  const [open, setOpen] = useState(true);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [listVersionComments.id, version.versionId] });
    void client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] });
  };
  return (
    <div className="version__pad">
      {version.abilities.comment ? <NewComment versionId={version.versionId} onDone={refresh} /> : null}
      <QueryState query={comments}>
        {(data) => {
          const shown = data.comments.filter(({ resolvedAt }) => !open || resolvedAt === null);
          return (
            <>
              <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>{words.onlyOpen}</Checkbox>
              {shown.length === 0 ? <p className="muted">{words.none}</p> : null}
              <ul className="comments">
                {shown.map((comment) => (
                  <Thread key={comment.id} comment={comment} version={version} onDone={refresh} />
                ))}
              </ul>
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

function NewComment({ versionId, onDone }: { versionId: string; onDone: () => void }) {
  const [typed, setTyped, forget] = useTyped<{ element: string; text: string }>(`version.${versionId}.comment`, { element: 'name', text: '' });
  const { run, busy, problem } = useAction(addVersionComment);
  return (
    <div className="comments__new">
      <ProblemAlert problem={problem} />
      <Select
        aria-label={words.element}
        value={typed.element}
        showSearch={{ optionFilterProp: 'label' }}
        options={elementNames.map((name) => ({ value: name, label: elementInfo[name].label }))}
        onChange={(element: string) => setTyped((before) => ({ ...before, element }))}
      />
      <Input.TextArea
        aria-label={words.text}
        placeholder={words.text}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={typed.text}
        onChange={({ target }) => setTyped((before) => ({ ...before, text: target.value }))}
      />
      <Button
        type="primary"
        loading={busy}
        disabled={typed.text.trim() === ''}
        onClick={() => {
          void run({ params: { versionId }, body: { elementPath: typed.element, text: typed.text.trim() } }, () => {
            forget();
            onDone();
          });
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}

function Thread({ comment, version, onDone }: { comment: VersionComment; version: ItemVersion; onDone: () => void }) {
  const [answer, setAnswer, forget] = useTyped(`comment.${comment.id}`, '');
  const add = useAction(addVersionComment);
  const resolve = useAction(resolveVersionComment);
  const resolved = comment.resolvedAt !== null;
  return (
    <li className={resolved ? 'comments__thread is-resolved' : 'comments__thread'}>
      <p>
        <Tag>{comment.elementLabel}</Tag> <b>{comment.authorName}</b> <span className="faint small">{formatMoment(comment.createdAt)}</span>
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
      {version.abilities.comment ? (
        <div className="comments__foot">
          <Input
            size="small"
            aria-label={words.answer}
            placeholder={words.answer}
            maxLength={1000}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
            onPressEnter={() => {
              if (answer.trim() === '') return;
              void add.run({ params: { versionId: version.versionId }, body: { elementPath: comment.elementPath, text: answer.trim(), threadId: comment.id } }, () => {
                forget();
                onDone();
              });
            }}
          />
          <Button
            size="small"
            loading={resolve.busy}
            onClick={() => {
              void resolve.run({ params: { versionId: version.versionId, commentId: comment.id }, body: { resolved: !resolved } }, onDone);
            }}
          >
            {resolved ? words.reopen : words.resolve}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
