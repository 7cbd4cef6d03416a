import { useQueryClient } from '@tanstack/react-query';
import { identityCheckLabels, type IdentityCard } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { getCase, listCases, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { checkCollector, getCollection, handOutResult, type CollectionView } from '@tongban/server/src/modules/collection/contract.ts';
import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Tag } from '../../shared/case/tags.tsx';
import { ReadCard } from '../../shared/devices/ReadCard.tsx';
import { SignaturePad } from '../../shared/devices/SignaturePad.tsx';
import { useSignedAction } from '../../shared/devices/use-signed-action.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const residentIdentity = '111';

interface HandOutProps { view: CaseView; collection: CollectionView; onRefresh: () => void }

/** The three steps at the counter: the document, the signature, the result. */
export function HandOut({ view, collection, onRefresh }: HandOutProps) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [picture, setPicture] = useState<Blob>();
  const [again, setAgain] = useState(false);
  const { run, busy, problem } = useSignedAction(handOutResult);
  const check = again ? null : collection.check;
  const task = view.tasks.find((one) => one.mine && one.step === 'delivery');
  const { confirm: words, sign } = text;
  const missing = useMissing({ 'hand-out-check': check === null && words.missing.check, 'hand-out-sign': check !== null && picture === undefined && words.missing.sign });
  const send = async () => {
    if (!missing.check() || !check || !picture || (!task && !view.abilities.deliverAgain)) return;
    await run(picture, sign.file, (signatureFileId) => ({ params: { caseId: view.id }, body: { ...(task ? { taskId: task.taskId } : {}), checkId: check.id, signatureFileId } }), () => {
      void message.success(words.done);
      void client.invalidateQueries({ queryKey: [listCases.id] });
      onRefresh();
    });
  };
  return (
    <>
      <Panel title={text.check.title}>
        {check ? (
          <div className="hand-out__checked">
            <p><b>{check.name}</b>　<span className="number">{check.documentMasked}</span>　<Tag tone="done">{text.check.done(check.kindLabel)}</Tag>　<span className="muted small">{identityCheckLabels[check.method]}</span></p>
            <p className="faint small">{text.check.until}</p>
            <Button onClick={() => { setAgain(true); setPicture(undefined); }}>{text.check.again}</Button>
          </div>
        ) : <Document caseId={view.id} onDone={(answer) => { client.setQueryData([getCollection.id, view.id], answer); setAgain(false); }} onRefused={onRefresh} />}
        <Lack text={missing.of('hand-out-check')} />
      </Panel>
      <Panel title={sign.title}>
        {check ? <SignaturePad key={check.id} lead={sign.lead} onChange={setPicture} /> : <p className="muted">{sign.locked}</p>}
        <Lack text={missing.of('hand-out-sign')} />
      </Panel>
      <Panel title={words.title}>
        <ProblemAlert problem={problem} onRefresh={() => { void client.invalidateQueries({ queryKey: [getCase.id, view.id] }); onRefresh(); }} />
        <div className="hand-out__foot">
          <span className="muted">{check ? (view.abilities.deliverAgain ? words.leadAgain : words.lead)(check.name, words.documents(view.licence?.name ?? null)) : ''}</span>
          <PrimaryButton loading={busy} onPress={() => { void send(); }}>{words.press}</PrimaryButton>
        </div>
      </Panel>
    </>
  );
}

/** The document of who wants to collect: read from the card, or typed from it. */
function Document({ caseId, onDone, onRefused }: { caseId: string; onDone: (answer: CollectionView) => void; onRefused: () => void }) {
  const [typed, setTyped] = useState({ name: '', documentType: residentIdentity, documentNumber: '' });
  const [read, setRead] = useState<Pick<IdentityCard, 'name' | 'number'>>();
  const { run, busy, problem } = useAction(checkCollector);
  const words = text.check;
  const method = read?.name === typed.name.trim() && read.number === typed.documentNumber.trim() && typed.documentType === residentIdentity ? 'card' as const : 'sight' as const;
  const missing = useMissing({ 'collector-name': typed.name.trim() === '' && sharedText.missing.write(words.name), 'collector-number': typed.documentNumber.trim() === '' && sharedText.missing.write(words.number) });
  const send = async () => {
    if (!missing.check()) return;
    const done = await run({ params: { caseId }, body: { ...typed, name: typed.name.trim(), documentNumber: typed.documentNumber.trim(), method } }, onDone);
    if (!done) onRefused();
  };
  return (
    <Form layout="vertical" component="div">
      <p className="muted hand-out__lead">{words.lead}</p>
      <ReadCard onCard={(card) => { setRead(card); setTyped({ name: card.name, documentType: residentIdentity, documentNumber: card.number }); document.getElementById('collector-number')?.focus(); }} />
      <ProblemAlert problem={problem} />
      <div className="hand-out__row">
        <Form.Item label={words.name} htmlFor="collector-name" required {...missing.item('collector-name')}><Input id="collector-name" autoFocus maxLength={200} autoComplete="off" value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} /></Form.Item>
        <Form.Item label={words.type} htmlFor="collector-type"><Select id="collector-type" value={typed.documentType} options={Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }))} onChange={(documentType) => setTyped({ ...typed, documentType })} /></Form.Item>
        <Form.Item label={words.number} htmlFor="collector-number" required {...missing.item('collector-number')}><Input id="collector-number" maxLength={40} autoComplete="off" value={typed.documentNumber} onChange={(event) => setTyped({ ...typed, documentNumber: event.target.value })} onPressEnter={() => { void send(); }} /></Form.Item>
      </div>
      <Button loading={busy} onClick={() => { void send(); }}>{words.confirm}</Button>
    </Form>
  );
}
