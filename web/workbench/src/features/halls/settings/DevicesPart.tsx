import type { HallSettings } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { CopyText } from '../../../shared/CopyText.tsx';
import { links } from '../../../shared/links.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';

const words = text.settings;
const address = (path: string): string => new URL(path, window.location.origin).href;

/** Where the hall's screens open; machines with a key of their own are on the page of devices. */
export function DevicesPart({ settings: { hallId, configuration } }: { settings: HallSettings }) {
  const navigate = useNavigate();
  return (
    <div className="hall-settings">
      <Panel title={words.machines}>
        <p className="muted">{words.machinesLead}</p>
        <Button onClick={() => void navigate(links.hallDevices(hallId))}>{words.toDevices}</Button>
      </Panel>
      <Panel title={words.hallScreen}>
        <p className="muted">{words.hallScreenLead}</p>
        <Address url={address(`/halls/${hallId}/screen`)} />
      </Panel>
      <Panel title={words.windowScreens}>
        <ul className="hall-parts">{configuration.windows.map(({ id, number, name }) => <li key={id}><b className="number">{number}</b> {name}<Address url={address(`/halls/${hallId}/windows/${id}/screen`)} /></li>)}</ul>
      </Panel>
    </div>
  );
}

function Address({ url }: { url: string }) {
  return <span className="hall-address"><CopyText value={url} /><Button type="link" size="small" href={url} target="_blank">{words.open}</Button></span>;
}
