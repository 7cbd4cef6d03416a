import { UsbOutlined } from '@ant-design/icons';
import { deviceLabels, deviceStateLabels } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { Button, Checkbox, Input, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { Tag } from '../shared/case/tags.tsx';
import { useWindowDevices, type WindowDevices } from '../shared/devices/devices.ts';
import { checkServiceAddress } from '../shared/devices/service-address.ts';
import { tellTrouble } from '../shared/devices/use-device-task.ts';
import '../shared/devices/devices.css';
import { setPreferences, usePreferences } from '../shared/preferences.ts';
import { useHolds } from '../shared/session/session.ts';
import { text } from '../shared/text.ts';

const words = text.devices;

/** The devices of this computer, for who works at a window: in one word whether they work, at a press one by one, and the settings of this browser. */
export function DeviceTool() {
  const [registers, handsOut] = [useHolds('intake.case.register'), useHolds('collection.result.hand-out')];
  const devices = useWindowDevices();
  const [open, setOpen] = useState(false);
  if (!registers && !handsOut) return null;
  const { told, good } = sumUp(devices);
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" title={words.title} content={<Settings devices={devices} />}>
      <Tooltip title={open ? '' : `${words.title}：${told}`}>
        <Button type="text" icon={<UsbOutlined />} aria-label={`${words.title}：${told}`} className={devices.used && !good ? 'is-wrong' : ''}>
          {devices.used && !good ? <span className="top__wide">{told}</span> : null}
        </Button>
      </Tooltip>
    </Popover>
  );
}

function sumUp({ used, status, trouble }: WindowDevices): { told: string; good: boolean } {
  if (!used) return { told: words.off, good: true };
  if (trouble) return { told: words.away, good: false };
  const wrong = status?.devices.filter(({ state }) => state !== 'ready' && state !== 'busy') ?? [];
  return wrong.length > 0 ? { told: words.some(wrong.map(({ kind }) => deviceLabels[kind]).join('、')), good: false } : { told: words.ready, good: true };
}

function Settings({ devices: { used, status, trouble, looking, look } }: { devices: WindowDevices }) {
  const { deviceService } = usePreferences();
  const [typed, setTyped] = useState(deviceService.address);
  const address = checkServiceAddress(typed);
  return (
    <div className="device-set">
      <p className="muted small">{words.lead}</p>
      <Checkbox checked={deviceService.used} onChange={({ target }) => setPreferences({ deviceService: { ...deviceService, used: target.checked } })}>{words.use}</Checkbox>
      <div>
        <label className="muted small" htmlFor="device-service">{words.address}</label>
        <div className="device-set__address">
          <Input id="device-service" className="number" value={typed} maxLength={60} spellCheck={false} {...(address === undefined ? { 'status': 'error' as const, 'aria-invalid': true } : {})} onChange={({ target }) => setTyped(target.value)} />
          <Button disabled={address === undefined || address === deviceService.address} onClick={() => { if (address) setPreferences({ deviceService: { ...deviceService, address } }); }}>{words.save}</Button>
        </div>
        {address === undefined ? <p className="slot__fault" role="alert">{words.badAddress}</p> : null}
      </div>
      {used && trouble ? <p role="status">{words.trouble[trouble](words.title)}。{words.serviceAway}</p> : null}
      {used && status ? (
        <ul>
          {status.devices.length === 0 ? <li className="muted">{words.none}</li> : null}
          {status.devices.map(({ kind, name, state }) => (
            <li key={kind}>
              <p className="device-set__line"><span>{name}</span><Tag tone={state === 'ready' ? 'done' : state === 'busy' ? 'neutral' : 'warning'}>{deviceStateLabels[state]}</Tag></p>
              {state === 'ready' || state === 'busy' ? null : <p className="muted small">{tellTrouble(kind, state)}</p>}
            </li>
          ))}
        </ul>
      ) : null}
      {used ? <Button loading={looking} onClick={look}>{words.look}</Button> : null}
    </div>
  );
}
