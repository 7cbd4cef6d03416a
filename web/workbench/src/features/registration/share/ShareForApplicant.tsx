import { readSharedApplicant, scanCode, type ScannedShare, type SharedApplicant } from '@tongban/server/src/modules/sharing/contract.ts';
import { QrcodeOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { ScanForm } from './ScanForm.tsx';
import { ScannedThings } from './ScannedThings.tsx';
import './share.css';

const words = text.share;

/** The button and key that scan a share code before there is an applicant: its subject is filled in (INT-09). */
export function ShareForApplicant({ onFill }: { onFill: (applicant: SharedApplicant, shareId: string) => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useShortcut({ keys: ['Alt+Q'], label: words.scan, scope: 'here', whileTyping: true }, open ? undefined : () => setOpen(true));
  return (
    <>
      <Button icon={<QrcodeOutlined />} onClick={() => setOpen(true)}>{words.scan}<kbd>Alt+Q</kbd></Button>
      <Modal open={open} title={words.title} footer={null} width={640} onCancel={close} destroyOnHidden>
        <Scan onDone={close} onFill={onFill} />
      </Modal>
    </>
  );
}

function Scan({ onDone, onFill }: { onDone: () => void; onFill: (applicant: SharedApplicant, shareId: string) => void }) {
  const [share, setShare] = useState<ScannedShare>();
  const scanning = useAction(scanCode);
  const reading = useAction(readSharedApplicant);
  if (!share) return <ScanForm busy={scanning.busy} problem={scanning.problem} onScan={(code) => { void scanning.run({ body: { code } }, setShare); }} />;
  const fill = () => reading.run({ params: { shareId: share.id } }, (applicant) => {
    onFill(applicant, share.id);
    onDone();
  });
  return (
    <>
      <ScannedThings share={share} />
      <ProblemAlert problem={reading.problem} />
      <div className="share-scan__foot">
        <Button onClick={onDone}>{words.cancel}</Button>
        <Button type="primary" autoFocus loading={reading.busy} onClick={() => { void fill(); }}>{words.fill}</Button>
      </div>
    </>
  );
}
