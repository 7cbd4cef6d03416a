import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { scanShareCode, type takeShared } from '@tongban/server/src/modules/intake/contract.ts';
import { getScannedShare, type ScannedShare } from '@tongban/server/src/modules/sharing/contract.ts';
import { QrcodeOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { ScanForm } from './ScanForm.tsx';
import { ScannedThings } from './ScannedThings.tsx';
import type { SharesHandle } from './use-shares.ts';
import './share.css';

const words = text.share;

/** The button and key that scan a share code into a registration (INT-09). */
export function ShareForDraft({ draftId, handle }: { draftId: string; handle: SharesHandle }) {
  // One that was scanned to fill in the applicant goes on here.
  const [params, setParams] = useSearchParams();
  const scanned = params.get('share');
  const [open, setOpen] = useState(scanned !== null);
  useShortcut({ keys: ['Alt+Q'], label: words.scan, scope: 'here', whileTyping: true }, open ? undefined : () => setOpen(true));
  const close = () => {
    setOpen(false);
    handle.clear();
    if (scanned !== null) setParams({}, { replace: true });
  };
  return (
    <>
      {handle.ended ? <Alert className="problem" type="warning" showIcon title={words.ended} description={words.endedDetail} closable={{ onClose: handle.dismiss }} /> : null}
      <Button block icon={<QrcodeOutlined />} onClick={() => setOpen(true)}>{words.scan}<kbd>Alt+Q</kbd></Button>
      <Modal open={open} title={words.title} footer={null} width={640} onCancel={close} destroyOnHidden>
        {scanned === null ? <Scan draftId={draftId} handle={handle} onDone={close} /> : <Known shareId={scanned} handle={handle} onDone={close} />}
      </Modal>
    </>
  );
}

function Scan({ draftId, handle, onDone }: { draftId: string; handle: SharesHandle; onDone: () => void }) {
  const [share, setShare] = useState<ScannedShare>();
  const { run, busy, problem } = useAction(scanShareCode);
  return share ? <Take share={share} handle={handle} onDone={onDone} /> : <ScanForm busy={busy} problem={problem} onScan={(code) => { void run({ params: { draftId }, body: { code } }, setShare); }} />;
}

function Known({ shareId, handle, onDone }: { shareId: string; handle: SharesHandle; onDone: () => void }) {
  const share = useQuery({ queryKey: [getScannedShare.id, shareId], queryFn: () => api.call(getScannedShare, { params: { shareId } }), staleTime: Infinity, gcTime: 0, retry: false });
  return <QueryState query={share} lines={4}>{(data) => <Take share={data} handle={handle} onDone={onDone} />}</QueryState>;
}

function Take({ share, handle, onDone }: { share: ScannedShare; handle: SharesHandle; onDone: () => void }) {
  const [taken, setTaken] = useState<ResponseOf<typeof takeShared>>();
  const take = async () => setTaken(await handle.take(share.id));
  if (taken) return <Outcome taken={taken} onDone={onDone} />;
  return (
    <>
      <ScannedThings share={share} />
      <ProblemAlert problem={handle.problem} />
      <div className="share-scan__foot">
        <Button onClick={onDone}>{words.cancel}</Button>
        <Button type="primary" autoFocus loading={handle.busy} disabled={share.things.every(({ usable }) => !usable)} onClick={() => { void take(); }}>{words.take}</Button>
      </div>
    </>
  );
}

function Outcome({ taken: { placed, left }, onDone }: { taken: ResponseOf<typeof takeShared>; onDone: () => void }) {
  return (
    <>
      {placed.length === 0 ? <Alert type="warning" showIcon title={words.nothingPlaced} /> : (
        <Alert type="success" showIcon title={words.placed(placed.length)} description={<ul className="dots">{placed.map(({ name, materialName }) => <li key={name + materialName}>{words.placedAs(name, materialName)}</li>)}</ul>} />
      )}
      {left.length > 0 ? <Alert className="share-scan__left" type="info" showIcon title={words.left(left.length)} description={<ul className="dots">{left.map(({ name, reason }) => <li key={name}>{words.leftAs(name, reason)}</li>)}</ul>} /> : null}
      <div className="share-scan__foot"><Button type="primary" autoFocus onClick={onDone}>{words.done}</Button></div>
    </>
  );
}
