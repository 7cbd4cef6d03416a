import { PrinterOutlined } from '@ant-design/icons';
import type { ResponseOf } from '@tongban/contract-kit';
import { readLabel } from '@tongban/server/src/modules/collection/contract.ts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { PurposeDialog } from '../../shared/PurposeDialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.mail.label;
type LabelText = ResponseOf<typeof readLabel>;

/** The label of a parcel, in full for the printer; asks what for, since it holds a telephone number and an address. */
export function Label({ caseId }: { caseId: string }) {
  const { run, busy, problem } = useAction(readLabel);
  const [asking, setAsking] = useState(false);
  const [label, setLabel] = useState<LabelText>();
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button icon={<PrinterOutlined />} loading={busy} onClick={() => setAsking(true)}>{words.open}</Button>
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(purpose) => { setAsking(false); void run({ params: { caseId }, body: { purpose } }, setLabel); }} />
      {label ? (
        <Modal open title={words.title} okText={words.print} cancelText={words.close} width={520} onCancel={() => setLabel(undefined)} onOk={() => window.print()} wrapClassName="mail-label-page">
          <div className="mail-label">
            <p className="mail-label__number number">{label.trackingNumber}</p>
            <p><span>{words.to}</span><b>{label.recipient}　{label.mobile}</b></p>
            <p><span>{words.address}</span><b>{label.address}</b></p>
            <p><span>{words.from}</span>{label.sender}</p>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
