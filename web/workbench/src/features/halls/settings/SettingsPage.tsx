import { useQuery, useQueryClient } from '@tanstack/react-query';
import { checkConfiguration } from '@tongban/server/src/modules/halls/configuration/check-configuration.contract.ts';
import { getHallSettings, saveHallSettings, type ConfigurationFault, type HallSettings } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Alert, App, Button, Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { BasicsPart } from './BasicsPart.tsx';
import { DevicesPart } from './DevicesPart.tsx';
import type { Draft } from './draft.ts';
import { SeatsPart } from './SeatsPart.tsx';
import { WindowsPart } from './WindowsPart.tsx';
import { ZonesPart } from './ZonesPart.tsx';
import '../halls.css';
import './settings.css';

const words = text.settings;
const tabs = ['basics', 'zones', 'windows', 'seats', 'devices'] as const;
type Tab = (typeof tabs)[number];

/** Everything that is set for a hall, with what is wrong in it while it is edited (HAL-01). */
export function SettingsPage() {
  const { hallId = '' } = useParams();
  const settings = useQuery({ queryKey: [getHallSettings.id, hallId], queryFn: () => api.call(getHallSettings, { params: { hallId } }), refetchOnWindowFocus: false });
  return <PageState query={settings}>{(data) => <Editor key={data.version} settings={data} />}</PageState>;
}

/** Asks before the page goes while there is something unsaved. */
function useKeep(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

function Editor({ settings }: { settings: HallSettings }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters(['tab']);
  const [draft, setDraft] = useState<Draft>(settings.configuration);
  const save = useAction(saveHallSettings);
  const faults = useMemo(() => checkConfiguration(draft), [draft]);
  const unsaved = draft !== settings.configuration;
  useKeep(unsaved);
  const tab = tabs.find((one) => one === filters.tab) ?? 'basics';
  const key = [getHallSettings.id, settings.hallId];
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const blocked = faults.some(({ severity }) => severity === 'error');
  const send = () => void save.run({ params: { hallId: settings.hallId }, body: { version: settings.version, configuration: draft } }, (answer) => {
    client.setQueryData(key, answer);
    void message.success(words.saved);
  });
  return (
    <Page
      title={`${words.title}　${settings.configuration.name}`} aside={unsaved ? words.unsaved : settings.organizationName}
      bar={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: words.tabs[one] }))} onChange={(next) => setFilters({ tab: next })} />}
      actions={<><Button onClick={() => void navigate(links.hall(settings.hallId))}>{words.backToHall}</Button><PrimaryButton loading={save.busy} disabled={!unsaved || blocked} onPress={send}>{words.save}</PrimaryButton></>}
    >
      <ProblemAlert problem={save.problem} onRefresh={() => void client.invalidateQueries({ queryKey: key })} />
      <Faults faults={faults} />
      {tab === 'basics' ? <BasicsPart draft={draft} change={change} /> : null}
      {tab === 'zones' ? <ZonesPart draft={draft} change={change} /> : null}
      {tab === 'windows' ? <WindowsPart draft={draft} change={change} /> : null}
      {tab === 'seats' ? <SeatsPart draft={draft} change={change} /> : null}
      {tab === 'devices' ? <DevicesPart settings={settings} /> : null}
    </Page>
  );
}

/** What contradicts itself and what is missing, each with how to mend it. */
function Faults({ faults }: { faults: readonly ConfigurationFault[] }) {
  if (faults.length === 0) return <Alert type="success" showIcon title={words.faults.none} />;
  return (
    <Alert
      type={faults.some(({ severity }) => severity === 'error') ? 'error' : 'warning'} showIcon title={words.faults.title(faults.length)}
      description={<ul className="hall-faults">{faults.map((fault) => <li key={fault.code + fault.partId + fault.message}><b>{words.faults[fault.severity]}</b>　{fault.message}。<span className="muted">{fault.remedy}。</span></li>)}</ul>}
    />
  );
}
