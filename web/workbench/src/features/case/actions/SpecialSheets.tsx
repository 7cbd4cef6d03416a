import { answerSpecialProcedure, endSpecialProcedure, proposeSpecialProcedure } from '@tongban/server/src/modules/handling/contract.ts';
import { Button, InputNumber, Select } from 'antd';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import type { ActionProps } from './action-context.ts';
import { ActionDrawer, Part } from './ActionDrawer.tsx';
import { Writing } from './Writing.tsx';

const words = text.specialForm;
const documentKinds = ['pdf', 'jpg', 'png', 'ofd', 'docx'];

interface Proposal {
  key: string;
  reason: string;
  days: number;
  files: readonly KeptFile[];
}

/** Asks for a special procedure of the guide, with its document (HND-03, 行政许可法第四十五条). */
export function ProposeSheet({ view, guide, onClose, onRefresh, onDone }: ActionProps) {
  const listed = guide.elements.specialProcedures;
  const [first] = listed;
  const [typed, setTyped, forget] = useTyped<Proposal>(`case.${view.id}.propose`, {
    key: first?.key ?? '',
    reason: '',
    days: first?.days ?? 1,
    files: [],
  });
  const { run, busy, problem } = useAction(proposeSpecialProcedure);
  const change = (next: Partial<Proposal>) => setTyped((before) => ({ ...before, ...next }));
  const chosen = listed.find(({ key }) => key === typed.key);
  const uploads = useUploads();
  const missing = useMissing({
    'special-kind': !chosen && (first ? sharedText.missing.choose(words.kind) : words.none),
    'special-reason': typed.reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5),
    'special-documents': uploads.lack('special-documents') || (typed.files.length === 0 && words.needDocuments),
  });
  return (
    <ActionDrawer
      title={words.propose}
      notice={words.notice}
      warning={first ? undefined : words.none}
      confirm={words.confirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check()) return;
        void run(
          {
            params: { caseId: view.id },
            body: { key: typed.key, reason: typed.reason.trim(), days: typed.days, fileIds: typed.files.map(({ id }) => id) },
          },
          (receipt) => {
            forget();
            onDone(receipt, text.done.propose);
          },
        );
      }}
    >
      <Part
        label={words.kind}
        htmlFor="special-kind"
        lack={missing.of('special-kind')}
        {...(chosen ? { hint: words.listed(chosen.days, words.units[chosen.unit], chosen.basis) } : {})}
      >
        <Select
          id="special-kind"
          style={{ width: '100%' }}
          value={typed.key}
          options={listed.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(key) => change({ key, days: listed.find((one) => one.key === key)?.days ?? typed.days })}
        />
      </Part>
      <Writing id="special-reason" label={words.reason} value={typed.reason} hint={text.reasonRule} lack={missing.of('special-reason')} onChange={(reason) => change({ reason })} />
      <Part label={words.days} htmlFor="special-days">
        <InputNumber id="special-days" min={1} max={365} value={typed.days} onChange={(days) => change({ days: days ?? 1 })} />
      </Part>
      <Part label={words.documents} lack={missing.of('special-documents')}>
        <FileUploads id="special-documents" label={words.documents} files={typed.files} maxFiles={10} accept={documentKinds} uploads={uploads} onChange={(files) => change({ files })} />
      </Part>
    </ActionDrawer>
  );
}

/** Approves or declines a special procedure; approval stops the clock. */
export function ApproveSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const procedure = view.specialProcedures.find(({ state }) => state === 'proposed');
  const [opinion, setOpinion, forget] = useTyped(`case.${view.id}.approve.${procedure?.id ?? ''}`, words.agreed);
  const { run, busy, problem } = useAction(answerSpecialProcedure);
  const missing = useMissing({ 'approve-opinion': opinion.trim().length < 2 && sharedText.missing.write(words.opinion) });
  const answer = (approved: boolean) => {
    if (!missing.check() || !procedure) return;
    void run({ params: { caseId: view.id, procedureId: procedure.id }, body: { approved, opinion: opinion.trim() } }, (receipt) => {
      forget();
      onDone(receipt, approved ? text.done.approve : text.done.reject);
    });
  };
  return (
    <ActionDrawer
      title={words.approve}
      notice={words.notice}
      confirm={words.yes}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => answer(true)}
      other={
        <Button danger disabled={busy} onClick={() => answer(false)}>
          {words.no}
        </Button>
      }
    >
      {procedure ? (
        <Part label={words.proposal}>
          <p>
            <strong>{procedure.name}</strong>　{text.special.days(procedure.days)}
          </p>
          <p>{procedure.reason}</p>
          <p className="faint small">
            {text.special.by}：{procedure.proposedBy}　{text.special.documents}：{procedure.documents.map(({ name }) => name).join('、')}
          </p>
        </Part>
      ) : null}
      <Writing id="approve-opinion" label={words.opinion} value={opinion} lack={missing.of('approve-opinion')} onChange={setOpinion} />
    </ActionDrawer>
  );
}

/** Ends a special procedure with its result; the clock runs again. */
export function EndSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const procedure = view.specialProcedures.find(({ state }) => state === 'running');
  const [typed, setTyped, forget] = useTyped<{ result: string; files: readonly KeptFile[] }>(`case.${view.id}.end.${procedure?.id ?? ''}`, {
    result: '',
    files: [],
  });
  const { run, busy, problem } = useAction(endSpecialProcedure);
  const uploads = useUploads();
  const missing = useMissing({
    'end-result': typed.result.trim().length < 2 && sharedText.missing.write(words.result),
    'end-documents': uploads.lack('end-documents'),
  });
  return (
    <ActionDrawer
      title={`${words.end}${procedure ? ` · ${procedure.name}` : ''}`}
      confirm={words.endConfirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check() || !procedure) return;
        void run(
          { params: { caseId: view.id, procedureId: procedure.id }, body: { result: typed.result.trim(), fileIds: typed.files.map(({ id }) => id) } },
          (receipt) => {
            forget();
            onDone(receipt, text.done.end);
          },
        );
      }}
    >
      <Writing
        id="end-result"
        label={words.result}
        value={typed.result}
        lack={missing.of('end-result')}
        onChange={(result) => setTyped((before) => ({ ...before, result }))}
        autoFocus
      />
      <Part label={words.endDocuments} lack={missing.of('end-documents')}>
        <FileUploads
          id="end-documents"
          label={words.endDocuments}
          files={typed.files}
          maxFiles={10}
          accept={documentKinds}
          uploads={uploads}
          onChange={(files) => setTyped((before) => ({ ...before, files }))}
        />
      </Part>
    </ActionDrawer>
  );
}
