import { useQuery } from '@tanstack/react-query';
import { mergeMaterials, previewMerge, type MergePreview } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text as sharedText } from '../../shared/text.ts';
import { text } from './text.ts';

const words = text.merge.dialog;

interface MergeDialogProps {
  keptId: string;
  mergedIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Exactly what a merge would change, before it is done. */
export function MergeDialog({ keptId, mergedIds, onClose, onDone }: MergeDialogProps) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(mergeMaterials);
  const preview = useQuery({
    queryKey: [previewMerge.id, keptId, mergedIds],
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => api.call(previewMerge, { body: { keptId, mergedIds: [...mergedIds] } }),
  });
  const missing = useMissing({ 'merge-reason': reason.trim().length < 2 && sharedText.missing.write(words.reason) });
  const send = () => {
    if (!missing.check() || !preview.data) return;
    const { kept, merged } = preview.data;
    const body = { keptId, keptRevision: kept.revision, merged: merged.map(({ id, revision }) => ({ id, revision })), reason: reason.trim() };
    void run({ body }, () => {
      void message.success(words.done);
      onDone();
    });
  };
  return (
    <Modal
      open
      width="min(60rem, 94vw)"
      title={words.title}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {text.cancel}
        </Button>,
        preview.data ? <Button key="merge" type="primary" loading={busy} onClick={send}>{words.confirm}</Button> : null,
      ]}
    >
      <ProblemAlert
        problem={problem}
        onRefresh={() => {
          void preview.refetch();
        }}
      />
      <QueryState query={preview} lines={8}>
        {(data) => <Preview preview={data} />}
      </QueryState>
      <label htmlFor="merge-reason">{words.reason}</label>
      <Input.TextArea id="merge-reason" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Lack text={missing.of('merge-reason')} />
    </Modal>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Preview({ preview }: { preview: MergePreview }) {
  const { kept, merged, addedAliases, addedLicenceTypes, files, points, substitutions } = preview;
  const named = ({ code, name, itemCount }: { code: string; name: string; itemCount: number }) => `${code} ${name}（${text.items(itemCount)}）`;
  const lines = (all: readonly string[]) => (all.length === 0 ? <span className="faint">{words.nothing}</span> : all.map((line) => <p key={line}>{line}</p>));
  return (
    <div className="materials__preview">
      <dl>
        <Part title={words.kept}>{named(kept)}</Part>
        <Part title={words.merged}>{lines(merged.map(named))}</Part>
        <Part title={words.aliases}>{lines(addedAliases)}</Part>
        <Part title={words.licences}>{lines(addedLicenceTypes.map(({ name }) => name))}</Part>
        <Part title={words.files}>{lines(files.map(({ code, kind, title }) => `${text.fileKinds[kind]}：${title}（${code}）`))}</Part>
        <Part title={words.points}>{lines(points.map(({ code, text: point }) => `${point}（${code}）`))}</Part>
        <Part title={words.rules}>
          {lines(substitutions.map((rule) => [words.rule(rule.licenceTypeName, rule.reachedItems), `（${rule.code}，${text.substitution.states[rule.state]}）`, rule.doubled ? `；${words.doubled}` : ''].join('')))}
        </Part>
      </dl>
      <Differences differences={preview.differences} />
      <Uses preview={preview} />
    </div>
  );
}

function Differences({ differences }: Pick<MergePreview, 'differences'>) {
  if (differences.length === 0) return null;
  return (
    <>
      <h3>{words.differences}</h3>
      <table className="materials__candidates">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{words.keptValue}</th>
            <th scope="col">{words.otherValue}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field, label, kept, others }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>{kept ?? text.none}</td>
              <td>
                {others
                  .filter(({ value }) => value !== kept)
                  .map(({ code, value }) => (
                    <p key={code}>
                      {value ?? text.none} <span className="faint number small">{code}</span>
                    </p>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Uses({ preview: { uses, useCount } }: { preview: MergePreview }) {
  return (
    <>
      <h3>{`${words.uses}（${useCount}）`}</h3>
      <p className="muted small">{words.usesNote}</p>
      {uses.length === 0 ? null : (
        <table className="materials__candidates">
          <thead>
            <tr>
              <th scope="col">{text.uses.item}</th>
              <th scope="col">{text.uses.version}</th>
              <th scope="col">{text.uses.name}</th>
              <th scope="col">{words.situations}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => (
              <tr key={`${use.versionId}/${use.materialName}/${use.standardCode}`}>
                <td>
                  {use.itemName} <span className="faint small">{use.departmentName}</span>
                </td>
                <td>{`${text.version(use.versionNumber)}　${text.versionStates[use.versionState]}`}</td>
                <td>
                  {use.materialName} <span className="faint number small">{use.standardCode}</span>
                </td>
                <td>
                  {use.situations.length === 0 ? words.all : use.situations.join('、')}
                  {use.doubledIn.length > 0 ? (
                    <p>
                      <Tag tone="warning">{words.twice(use.doubledIn.join('、'))}</Tag>
                    </p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {useCount > uses.length ? <p className="muted small">{words.more(useCount - uses.length)}</p> : null}
    </>
  );
}
