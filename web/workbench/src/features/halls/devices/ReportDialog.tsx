import { reportFault, type DeviceEntry } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.devices;

/** Reports what is wrong with a device; the one device, or one of several. */
export function ReportDialog({ devices, faultKinds, onClose, onDone }: { devices: readonly { deviceId: string; name: string; place?: string }[]; faultKinds: readonly DeviceEntry[]; onClose: () => void; onDone?: () => void }) {
  const { message } = App.useApp();
  const report = useAction(reportFault);
  const [deviceId, setDeviceId] = useState(devices.length === 1 ? devices[0]?.deviceId : undefined);
  const [kind, setKind] = useState<string>();
  const [note, setNote] = useState('');
  const missing = useMissing({ 'fault-device': deviceId === undefined && words.missing.device, 'fault-kind': kind === undefined && words.missing.fault, 'fault-note': note.trim().length < 2 && words.missing.note });
  const send = () => {
    if (!missing.check() || deviceId === undefined || kind === undefined) return;
    void report.run({ params: { deviceId }, body: { kind, note: note.trim() } }, ({ number }) => {
      void message.success(words.reported(number));
      onDone?.();
      onClose();
    });
  };
  return (
    <Modal open title={devices.length === 1 ? words.reportTitle(devices[0]?.name ?? '') : words.reportAny} okText={words.report} cancelText={text.cancel} confirmLoading={report.busy} onOk={send} onCancel={onClose} width={480}>
      <div className="hall-form">
        <ProblemAlert problem={report.problem} />
        {devices.length === 1 ? null : (
          <>
            <label htmlFor="fault-device">{words.columns.name}</label>
            <Select id="fault-device" {...(deviceId === undefined ? {} : { value: deviceId })} options={devices.map(({ deviceId: value, name, place }) => ({ value, label: place === undefined ? name : `${name}（${place}）` }))} onChange={(next: string) => setDeviceId(next)} />
            <Lack text={missing.of('fault-device')} />
          </>
        )}
        <label htmlFor="fault-kind">{words.faultKind}</label>
        <Select id="fault-kind" {...(kind === undefined ? {} : { value: kind })} options={faultKinds.filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }))} onChange={(next: string) => setKind(next)} />
        <Lack text={missing.of('fault-kind')} />
        <label htmlFor="fault-note">{words.faultNote}</label>
        <Input.TextArea id="fault-note" rows={3} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        <Lack text={missing.of('fault-note')} />
      </div>
    </Modal>
  );
}
