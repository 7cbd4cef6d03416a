import type { DeviceList } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { text } from '../text.ts';
import { DayList } from './DayList.tsx';
import { DeviceDialog } from './DeviceDialog.tsx';
import { DeviceTable } from './DeviceTable.tsx';
import { FaultList } from './FaultList.tsx';
import { RulesPart } from './RulesPart.tsx';
import { useDevices } from './use-devices.ts';
import '../halls.css';

const words = text.devices;
const tabs = ['devices', 'faults', 'days', 'rules'] as const;
type Tab = (typeof tabs)[number];

/** 设备: the register with its live state, faults, daily reports and how devices are watched (HAL-03). */
export function DevicesPage() {
  const { hallId = '' } = useParams();
  const devices = useDevices(hallId);
  return <PageState query={devices}>{(list) => <Devices list={list} />}</PageState>;
}

function Devices({ list }: { list: DeviceList }) {
  const [filters, setFilters] = useFilters(['tab']);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const offered = tabs.filter((tab) => tab !== 'rules' || list.abilities.manage);
  const tab = offered.find((one) => one === filters.tab) ?? 'devices';
  const { counts } = list;
  const tiles = [[words.online, counts.online], [words.faulty, counts.faulty], [words.offline, counts.offline], [words.unused, counts.unused]] as const;
  return (
    <Page
      title={`${words.title}　${list.hallName}`}
      bar={<Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: words.tabs[one] }))} onChange={(next) => setFilters({ tab: next })} />}
      actions={(
        <>
          <Button onClick={() => void navigate(links.hall(list.hallId))}>{words.toHall}</Button>
          {list.abilities.manage ? <Button type="primary" onClick={() => setAdding(true)}>{words.register}</Button> : null}
        </>
      )}
    >
      {tab === 'devices' ? <ul className="hall-tiles">{tiles.map(([label, value]) => <li key={label}><span className="muted">{label}</span><b className="number">{value}</b></li>)}</ul> : null}
      {tab === 'devices' ? <DeviceTable list={list} /> : tab === 'faults' ? <FaultList hallId={list.hallId} devices={list.items} /> : tab === 'days' ? <DayList hallId={list.hallId} /> : <RulesPart list={list} />}
      {adding ? <DeviceDialog list={list} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
