import { saveDeviceEntry, saveDeviceRules, type DeviceEntry, type DeviceList, type DeviceRules } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { useDeviceChanges } from './use-devices.ts';
import '../settings/settings.css';

const words = text.devices.rules;
const bounds = { beatSeconds: [10, 600], missedBeats: [1, 20], silentMinutes: [1, 240] } as const;
const fields = ['beatSeconds', 'missedBeats', 'silentMinutes'] as const;

/** How devices are watched, and the kinds of devices and of faults. */
export function RulesPart({ list }: { list: DeviceList }) {
  const { message } = App.useApp();
  const save = useAction(saveDeviceRules);
  const changes = useDeviceChanges(list.hallId);
  const [rules, setRules] = useState<DeviceRules>(list.rules);
  const send = () => void save.run({ params: { hallId: list.hallId }, body: rules }, (answer) => { changes.show(answer); void message.success(text.watch.saved); });
  return (
    <div className="hall-settings">
      <Panel title={words.watching}>
        <ProblemAlert problem={save.problem} />
        <div className="hall-fields">
          {fields.map((field) => (
            <div key={field} style={{ display: 'contents' }}>
              <label htmlFor={`rule-${field}`}>{words[field]}</label>
              <InputNumber id={`rule-${field}`} min={bounds[field][0]} max={bounds[field][1]} precision={0} value={rules[field]} onChange={(value) => setRules({ ...rules, [field]: value ?? list.rules[field] })} />
            </div>
          ))}
        </div>
        <p className="muted">{words.offlineAfter(Math.round((rules.beatSeconds * rules.missedBeats) / 6) / 10)}</p>
        <Button type="primary" loading={save.busy} onClick={send}>{text.watch.save}</Button>
      </Panel>
      <Entries title={words.kinds} list="kinds" entries={list.kinds} refresh={changes.refresh} />
      <Entries title={words.faults} list="faults" entries={list.faultKinds} refresh={changes.refresh} />
    </div>
  );
}

function Entries({ title, list, entries, refresh }: { title: string; list: 'kinds' | 'faults'; entries: readonly DeviceEntry[]; refresh: () => void }) {
  const save = useAction(saveDeviceEntry);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const put = (entry: DeviceEntry, done?: () => void) => void save.run({ params: { list, code: entry.code }, body: { name: entry.name, active: entry.active } }, () => { refresh(); done?.(); });
  const ready = /^[a-z][a-z0-9-]+$/.test(code) && name.trim().length >= 2;
  const settings = text.settings;
  return (
    <Panel title={title}>
      <p className="muted">{words.entriesLead}</p>
      <ProblemAlert problem={save.problem} />
      <ul className="hall-groups">
        {entries.map((entry) => (
          <li key={entry.code}>{entry.name} {entry.active ? null : <span className="faint">{settings.stopped}</span>}<Button type="link" size="small" disabled={save.busy} onClick={() => put({ ...entry, active: !entry.active })}>{entry.active ? settings.stop : settings.restart}</Button></li>
        ))}
      </ul>
      <div className="hall-add">
        <Input aria-label={`${title}：${settings.groupName}`} placeholder={settings.groupName} value={name} maxLength={20} onChange={({ target }) => setName(target.value)} />
        <Input aria-label={`${title}：${settings.groupCode}`} placeholder={settings.groupCode} value={code} maxLength={30} onChange={({ target }) => setCode(target.value)} />
        <Button disabled={!ready || save.busy} onClick={() => put({ code, name: name.trim(), active: true }, () => { setCode(''); setName(''); })}>{settings.addGroup}</Button>
      </div>
    </Panel>
  );
}
