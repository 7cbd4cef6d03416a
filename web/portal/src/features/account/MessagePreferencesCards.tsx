import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, Checkbox, TimeField, useToast } from '@tongban/ui';
import { useState } from 'react';
import type { OutsideChannel } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { listPreferences, setPreference, setQuietHours, unbindAddress, type MessagePreferences } from '@tongban/server/src/kernel/messaging/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { BindDialog, type Bindable } from './BindDialog.tsx';
import { text } from './text.ts';

const t = text.settings.messages;
const key = [listPreferences.id];

type Offered = MessagePreferences['offered'][number];

/** How one is told of one's matters: channels by group of messages, what is bound, hours of quiet (MSG-02). */
export function MessagePreferencesCards() {
  const preferences = useQuery({ queryKey: key, queryFn: () => api.call(listPreferences, {}) });
  return (
    <>
      <Card title={t.title}>
        <Answer query={preferences}>{(data) => <Channels data={data} />}</Answer>
      </Card>
      {preferences.data?.own && <Quiet key={JSON.stringify(preferences.data.quiet)} quiet={preferences.data.quiet} />}
    </>
  );
}

function Channels({ data: { items: kept, offered, own } }: { data: MessagePreferences }) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const choose = useMutation({
    mutationFn: ({ topic, channels }: { topic: string; channels: OutsideChannel[] }) => api.call(setPreference, { params: { topic }, body: { channels } }),
    onSettled: refresh,
  });
  // What was just chosen is shown at once; a refusal takes it back.
  const items = kept.map((one) => (choose.isPending && choose.variables.topic === one.topic ? { ...one, channels: choose.variables.channels } : one));
  const usable = offered.filter(({ needsBinding, address }) => !needsBinding || address !== null);
  if (offered.length === 0) return <p className="muted">{t.none}</p>;
  return (
    <div className="stack stack--tight">
      <p className="muted">{t.lead}</p>
      {!own && <p className="muted">{t.forOther}</p>}
      {own && <Bindings offered={offered} onChanged={refresh} />}
      {choose.isError && <ProblemNotice error={choose.error} />}
      <ul className="message-topics">
        {items.map(({ topic, name, required, channels }) => (
          <li key={topic}>
            <span className="message-topics__name">{name} {required && <Badge>{t.required}</Badge>}</span>
            <span className="message-topics__channels" role="group" aria-label={`${name}：${t.channels}`}>
              {usable.map(({ channel, name: label }) => (
                <Checkbox
                  key={channel} checked={channels.includes(channel)}
                  onChange={(wanted) => choose.mutate({ topic, channels: usable.map((one) => one.channel).filter((one) => (one === channel ? wanted : channels.includes(one))) })}
                >{label}</Checkbox>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bindings({ offered, onChanged }: { offered: readonly Offered[]; onChanged: () => Promise<void> }) {
  const toast = useToast();
  const [binding, setBinding] = useState<Offered>();
  const unbind = useMutation({
    mutationFn: (channel: Bindable) => api.call(unbindAddress, { params: { channel } }),
    onSuccess: async () => { toast(t.unboundDone); await onChanged(); },
  });
  return (
    <>
      {unbind.isError && <ProblemNotice error={unbind.error} />}
      <ul className="session-list" aria-label={t.channels}>
        {offered.map((one) => (
          <li key={one.channel}>
            <span>{one.name} <span className="muted">{one.needsBinding ? one.address ?? t.unbound : t.byMobile}</span></span>
            {one.needsBinding && (
              <span className="tb-button-row">
                <Button aria-label={`${one.address === null ? t.bind : t.change}${one.name}`} onClick={() => setBinding(one)}>{one.address === null ? t.bind : t.change}</Button>
                {one.address !== null && <Button aria-label={`${t.unbind}：${one.name}`} busy={unbind.isPending} onClick={() => unbind.mutate(one.channel as Bindable)}>{t.unbind}</Button>}
              </span>
            )}
          </li>
        ))}
      </ul>
      {binding && <BindDialog offered={binding} onClose={() => { setBinding(undefined); void onChanged(); }} />}
    </>
  );
}

function Quiet({ quiet }: { quiet: MessagePreferences['quiet'] }) {
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(quiet);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () => api.call(setQuietHours, { body: draft }),
    onSuccess: async () => { toast(t.quietSaved); await client.invalidateQueries({ queryKey: key }); },
  });
  const changed = JSON.stringify(draft) !== JSON.stringify(quiet);
  return (
    <Card title={t.quiet}>
      <p className="muted">{t.quietLead}</p>
      <Checkbox checked={draft.enabled} onChange={(enabled) => change({ enabled })}>{t.quietOn}</Checkbox>
      {draft.enabled && (
        <>
          <div className="quiet-hours">
            <TimeField label={t.from} value={draft.starts} onChange={(starts) => change({ starts })} />
            <TimeField label={t.until} value={draft.ends} onChange={(ends) => change({ ends })} />
          </div>
          <Checkbox checked={draft.workingDays} onChange={(workingDays) => change({ workingDays })}>{t.workingDays}</Checkbox>
        </>
      )}
      {save.isError && <ProblemNotice error={save.error} />}
      {changed && <div className="tb-button-row account-actions"><Button variant="primary" busy={save.isPending} onClick={() => save.mutate()}>{text.settings.save}</Button></div>}
    </Card>
  );
}
