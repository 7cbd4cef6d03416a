import { changeDevice, registerDevice, type DeviceInput, type DeviceList, type HallDevice, type IssuedKey } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { useDeviceChanges } from './use-devices.ts';

const words = text.devices;

/** Registers a device and then shows its key, or changes what is known of one. */
export function DeviceDialog({ list, device, onClose }: { list: DeviceList; device?: HallDevice; onClose: () => void }) {
  const [register, change] = [useAction(registerDevice), useAction(changeDevice)];
  const changes = useDeviceChanges(list.hallId);
  const [typed, setTyped] = useState<Omit<DeviceInput, 'kind'> & { kind: string | undefined }>({ kind: device?.kind, name: device?.name ?? '', zoneId: device?.zoneId ?? null, windowId: device?.windowId ?? null });
  const [simulated, setSimulated] = useState(false);
  const [issued, setIssued] = useState<IssuedKey>();
  const missing = useMissing({
    'device-kind': typed.kind === undefined && words.missing.kind, 'device-name': typed.name.trim() === '' && words.missing.name,
    'device-window': typed.kind === 'rating-terminal' && typed.windowId === null && words.missing.window,
  });
  const send = () => {
    if (!missing.check() || typed.kind === undefined) return;
    const body = { kind: typed.kind, name: typed.name.trim(), zoneId: typed.zoneId, windowId: typed.windowId };
    if (device) void change.run({ params: { deviceId: device.deviceId }, body: { version: device.version, ...body } }, (answer) => { changes.show(answer); onClose(); });
    else void register.run({ params: { hallId: list.hallId }, body: { ...body, ...(simulated ? { simulated } : {}) } }, (key) => { setIssued(key); changes.refresh(); });
  };
  if (issued) return <KeyDialog issued={issued} onClose={onClose} />;
  const problem = register.problem ?? change.problem;
  const kinds = list.kinds.filter(({ code, active }) => active || code === device?.kind).map(({ code, name }) => ({ value: code, label: name }));
  const places = (all: DeviceList['zones']) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Modal open title={device ? words.changeTitle(device.name) : words.registerTitle} okText={device ? text.watch.save : words.register} cancelText={text.cancel} confirmLoading={register.busy || change.busy} onOk={send} onCancel={onClose} width={480}>
      <div className="hall-form">
        <ProblemAlert problem={problem} {...(problem?.code === 'halls.same-device-name' ? {} : { onRefresh: () => { changes.refresh(); onClose(); } })} />
        <label htmlFor="device-kind">{titles.kind}</label>
        <Select id="device-kind" {...(typed.kind === undefined ? {} : { value: typed.kind })} options={kinds} onChange={(kind: string) => setTyped({ ...typed, kind })} />
        <Lack text={missing.of('device-kind')} />
        <label htmlFor="device-name">{words.name}</label>
        <Input id="device-name" value={typed.name} maxLength={60} placeholder={words.namePlaceholder} onChange={({ target }) => setTyped({ ...typed, name: target.value })} />
        <Lack text={missing.of('device-name')} />
        <label htmlFor="device-zone">{words.zone}</label>
        <Select id="device-zone" allowClear={clearable} placeholder={words.wholeHall} {...(typed.zoneId === null ? {} : { value: typed.zoneId })} options={places(list.zones)} onChange={(zoneId: string | undefined) => setTyped({ ...typed, zoneId: zoneId ?? null })} />
        <label htmlFor="device-window">{words.window}</label>
        <Select id="device-window" allowClear={clearable} placeholder={words.noWindow} {...(typed.windowId === null ? {} : { value: typed.windowId })} options={places(list.windows)} onChange={(windowId: string | undefined) => setTyped({ ...typed, windowId: windowId ?? null })} />
        <Lack text={missing.of('device-window')} />
        {device ? null : <Checkbox checked={simulated} onChange={({ target }) => setSimulated(target.checked)}>{words.simulatedLead}</Checkbox>}
      </div>
    </Modal>
  );
}

const titles = words.columns;
