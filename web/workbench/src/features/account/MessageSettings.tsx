import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutsideChannel } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { listPreferences, setPreference, setQuietHours, unbindAddress, type MessagePreferences } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { TimeField } from '../../shared/list/TimeField.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { BindDialog, type Bindable } from './BindDialog.tsx';
import { text } from './text.ts';

const words = text.messages;

/** Where an officer's messages go beside the workbench, and when not (MSG-02). */
export function MessageSettings() {
  const preferences = useQuery({ queryKey: [listPreferences.id], queryFn: () => api.call(listPreferences, {}) });
  return (
    <Panel title={words.title}>
      <QueryState query={preferences} lines={3}>{(data) => (data.offered.length === 0 ? <p className="muted">{words.none}</p> : <Settings data={data} />)}</QueryState>
    </Panel>
  );
}

function Settings({ data: { items, offered, quiet } }: { data: MessagePreferences }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [binding, setBinding] = useState<MessagePreferences['offered'][number]>();
  const choose = useAction(setPreference);
  const unbind = useAction(unbindAddress);
  const refresh = () => { void client.invalidateQueries({ queryKey: [listPreferences.id] }); };
  const bound = offered.filter(({ address }) => address !== null);
  return (
    <div className="account-messages">
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={choose.problem ?? unbind.problem} />
      <ul className="sessions">
        {offered.map((one) => (
          <li key={one.channel}>
            <p><strong>{one.name}</strong>　<span className={one.address === null ? 'faint' : 'number'}>{one.address ?? words.unbound}</span></p>
            <span className="account-messages__buttons">
              <Button size="small" onClick={() => setBinding(one)}>{one.address === null ? words.bind : words.change}</Button>
              {one.address === null ? null : <Button size="small" danger loading={unbind.busy} onClick={() => { void unbind.run({ params: { channel: one.channel as Bindable } }, () => { void message.success(words.unbound_done); refresh(); }); }}>{words.unbind}</Button>}
            </span>
          </li>
        ))}
      </ul>
      {bound.length === 0 ? null : items.map(({ topic, name, channels }) => (
        <div key={topic} className="account-messages__row">
          <span>{words.receive(name)}</span>
          <Checkbox.Group<OutsideChannel>
            value={channels} options={bound.map(({ channel, name: label }) => ({ value: channel, label }))} disabled={choose.busy}
            onChange={(next) => { void choose.run({ params: { topic }, body: { channels: next.filter((channel) => bound.some((one) => one.channel === channel)) } }, refresh); }}
          />
        </div>
      ))}
      <Quiet key={JSON.stringify(quiet)} quiet={quiet} onSaved={refresh} />
      {binding ? <BindDialog offered={binding} onClose={() => { setBinding(undefined); refresh(); }} /> : null}
    </div>
  );
}

function Quiet({ quiet, onSaved }: { quiet: MessagePreferences['quiet']; onSaved: () => void }) {
  const { message } = App.useApp();
  const [draft, setDraft] = useState(quiet);
  const { run, busy, problem } = useAction(setQuietHours);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <div className="account-messages__quiet">
      <Checkbox checked={draft.enabled} onChange={({ target }) => change({ enabled: target.checked })}>{words.quietOn}</Checkbox>
      {draft.enabled ? (
        <div className="account-messages__row">
          <span>{words.from}</span><TimeField label={`${words.quiet}${words.from}`} value={draft.starts} onChange={(starts) => change({ starts })} />
          <span>{words.until}</span><TimeField label={`${words.quiet}${words.until}`} value={draft.ends} onChange={(ends) => change({ ends })} />
          <Checkbox checked={draft.workingDays} onChange={({ target }) => change({ workingDays: target.checked })}>{words.workingDays}</Checkbox>
        </div>
      ) : null}
      <ProblemAlert problem={problem} />
      <Button disabled={JSON.stringify(draft) === JSON.stringify(quiet)} loading={busy} onClick={() => { void run({ body: draft }, () => { void message.success(words.saved); onSaved(); }); }}>{words.save}</Button>
    </div>
  );
}
