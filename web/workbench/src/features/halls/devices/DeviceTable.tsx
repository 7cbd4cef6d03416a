import { issueDeviceKey, revokeDeviceKey, type DeviceList, type HallDevice, type IssuedKey } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { DeviceDialog } from './DeviceDialog.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { useDeviceChanges } from './use-devices.ts';

const words = text.devices;
const titles = words.columns;
const tones = { unused: 'neutral', online: 'done', faulty: 'danger', offline: 'warning' } as const;

/** Every device: where it stands, how it is, and what may be done with it. */
export function DeviceTable({ list }: { list: DeviceList }) {
  const { modal } = App.useApp();
  const changes = useDeviceChanges(list.hallId);
  const [issue, revoke] = [useAction(issueDeviceKey), useAction(revokeDeviceKey)];
  const [changing, setChanging] = useState<HallDevice>();
  const [reporting, setReporting] = useState<HallDevice>();
  const [issued, setIssued] = useState<IssuedKey>();
  const [title, detail] = words.empty;
  const renew = ({ deviceId, name, hasKey }: HallDevice) => {
    const send = () => void issue.run({ params: { deviceId } }, (key) => { setIssued(key); changes.refresh(); });
    if (!hasKey) send();
    else void modal.confirm({ title: words.renewTitle(name), content: words.renewLead, okText: words.renew, cancelText: text.cancel, onOk: send });
  };
  const stop = ({ deviceId, name }: HallDevice) => void modal.confirm({ title: words.stopTitle(name), content: words.stopLead, okText: words.stop, okButtonProps: { danger: true }, cancelText: text.cancel, onOk: () => void revoke.run({ params: { deviceId } }, changes.show) });
  const acting: Column<HallDevice> = {
    key: 'action', title: titles.action, width: '10rem', align: 'right', render: (row) => (
      <span className="hall-row-actions">
        <Button size="small" onClick={() => setReporting(row)}>{words.report}</Button>
        <Dropdown trigger={['click']} menu={{ items: [
          { key: 'change', label: words.change, onClick: () => setChanging(row) }, { key: 'key', label: row.hasKey ? words.renew : words.issue, onClick: () => renew(row) },
          ...(row.hasKey ? [{ key: 'stop', label: words.stop, danger: true, onClick: () => stop(row) }] : []),
        ] }}>
          <Button size="small">{words.more}</Button>
        </Dropdown>
      </span>
    ),
  };
  return (
    <>
      <ProblemAlert problem={issue.problem ?? revoke.problem} onRefresh={changes.refresh} />
      <div className="frame">
        <ListTable
          cards
          label={words.tabs.devices} columns={list.abilities.manage ? [...columns, acting] : columns} rows={list.items} rowKey={({ deviceId }) => deviceId} minWidth="66rem"
          empty={<Empty title={title ?? ''}>{detail}</Empty>} rowTone={({ state }) => (state === 'faulty' ? 'danger' : state === 'offline' ? 'warning' : state === 'unused' ? 'quiet' : undefined)}
        />
      </div>
      {changing ? <DeviceDialog list={list} device={changing} onClose={() => setChanging(undefined)} /> : null}
      {reporting ? <ReportDialog devices={[reporting]} faultKinds={list.faultKinds} onClose={() => setReporting(undefined)} onDone={changes.refresh} /> : null}
      {issued ? <KeyDialog issued={issued} onClose={() => setIssued(undefined)} /> : null}
    </>
  );
}

const columns: Column<HallDevice>[] = [
  { key: 'name', title: titles.name, wrap: true, render: (row) => <><span className="list__strong">{row.name}</span>{row.simulated ? <> <Tag>{words.simulated}</Tag></> : null}<br /><span className="faint small">{row.kindName}</span></> },
  { key: 'place', title: titles.place, width: '11rem', wrap: true, render: (row) => (row.windowNumber === null ? row.zoneName ?? words.wholeHall : text.calling.window(row.windowNumber)) },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={tones[row.state]}>{row.stateLabel}</Tag> },
  { key: 'beat', title: titles.beat, width: '9rem', render: (row) => (row.lastBeatAt === null ? <span className="faint">{words.never}</span> : <span className="number">{formatMoment(row.lastBeatAt)}</span>) },
  { key: 'version', title: titles.version, width: '8rem', render: (row) => row.softwareVersion ?? text.none },
  { key: 'checks', title: titles.checks, wrap: true, render: (row) => (row.selfChecks.length === 0 ? text.none : row.selfChecks.map(({ code, name, value, ok }) => <span key={code} className={ok ? 'hall-check' : 'hall-check is-bad'}>{name} {value}</span>)) },
  { key: 'faults', title: titles.faults, width: '6rem', align: 'right', render: (row) => <span className="number">{row.openFaults === 0 ? text.none : row.openFaults}</span> },
];
