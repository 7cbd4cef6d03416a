import { renewKioskKey, type HallSettings } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { CopyText } from '../../../shared/CopyText.tsx';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.settings;
const address = (path: string): string => new URL(path, window.location.origin).href;

/** Where the hall's screens and kiosks open. */
export function DevicesPart({ settings: { hallId, configuration, hasKioskKey } }: { settings: HallSettings }) {
  const renew = useAction(renewKioskKey);
  const [made, setMade] = useState<string>();
  return (
    <div className="hall-settings">
      <Panel title={words.hallScreen}>
        <p className="muted">{words.hallScreenLead}</p>
        <Address url={address(`/halls/${hallId}/screen`)} />
      </Panel>
      <Panel title={words.kiosk}>
        <p className="muted">{words.kioskLead}</p>
        <ProblemAlert problem={renew.problem} />
        {made === undefined ? <p>{hasKioskKey ? words.hasKiosk : null} <Button loading={renew.busy} onClick={() => void renew.run({ params: { hallId } }, ({ url }) => setMade(url))}>{hasKioskKey ? words.kioskAgain : words.kioskMake}</Button></p> : <Address url={made} />}
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
