import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listChannels, resumeChannel, type ChannelStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { ChannelDialog } from './ChannelDialog.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { ResendDialog } from './ResendDialog.tsx';
import { text } from './text.ts';

const words = text.state;
const tones = { up: 'done', down: 'danger', paused: 'warning', disabled: 'neutral', unconnected: 'neutral', idle: 'neutral' } as const;

type Dialog = { kind: 'settings' | 'pause' | 'resend'; status: ChannelStatus };

/** Each channel with its state, what waits, and what its operator may do. */
export function ChannelList() {
  const client = useQueryClient();
  const channels = useQuery({ queryKey: [listChannels.id], refetchInterval: 30_000, queryFn: async () => (await api.call(listChannels, {})).items });
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => {
    setDialog(undefined);
    void client.invalidateQueries({ queryKey: [listChannels.id] });
  };
  return (
    <>
      <QueryState query={channels}>
        {(items) => <div className="message-channels">{items.map((status) => <Channel key={status.channel} status={status} onOpen={(kind) => setDialog({ kind, status })} onDone={close} />)}</div>}
      </QueryState>
      {dialog?.kind === 'settings' ? <ChannelDialog status={dialog.status} onClose={close} /> : null}
      {dialog?.kind === 'pause' ? <PauseDialog status={dialog.status} onClose={close} /> : null}
      {dialog?.kind === 'resend' ? <ResendDialog status={dialog.status} onClose={close} /> : null}
    </>
  );
}

function Channel({ status, onOpen, onDone }: { status: ChannelStatus; onOpen: (kind: Dialog['kind']) => void; onDone: () => void }) {
  const { message } = App.useApp();
  const manages = useHolds('messaging.channel.manage');
  const resume = useAction(resumeChannel);
  const { name, state, settings, waiting, oldestAt, deferred, failed } = status;
  const at = (label: string, value: string | null) => (value === null ? [] : [{ label, value: <span className="number">{formatMoment(value)}</span> }]);
  const stands = state === 'paused' || state === 'down';
  return (
    <section className="frame message-channel" aria-label={name}>
      <h2>{name}　<Tag tone={tones[state]}>{words.names[state]}</Tag></h2>
      {status.simulated && settings.enabled ? <p className="faint small">{state === 'unconnected' ? words.unconnected : words.simulated}</p> : null}
      <ProblemAlert problem={resume.problem} onClose={resume.clear} />
      <ul className="message-channel__figures">
        <li><span className="muted small">{words.waiting}</span><b className={stands && waiting > 0 ? 'is-danger' : ''}>{words.count(waiting)}</b></li>
        <li><span className="muted small">{words.deferred}</span><b>{words.count(deferred)}</b></li>
        <li><span className="muted small">{words.failed}</span><b className={failed > 0 ? 'is-danger' : ''}>{words.count(failed)}</b></li>
      </ul>
      <Facts
        items={[
          ...(state === 'up' ? at(words.up, status.upSince) : []), ...at(words.down, status.downSince), ...(state === 'down' ? at(words.nextTry, status.nextTryAt) : []),
          ...at(words.paused, status.pausedAt), ...(status.pauseReason === null ? [] : [{ label: words.reason, value: status.pauseReason }]),
          ...(status.lastError === null ? [] : [{ label: words.error, value: status.lastError }]), ...at(words.oldest, oldestAt), ...at(words.lastSent, status.lastSentAt),
          { label: words.limits, value: words.limitsOf(settings.hourlyLimit, settings.dailyLimit) }, { label: words.digest, value: words.digestOf(settings.digestFrom) },
          { label: words.rate, value: words.rateOf(settings.ratePerMinute) }, { label: words.price, value: words.priceOf(settings.priceMills) },
        ]}
      />
      {manages ? (
        <div className="message-channel__buttons">
          <Button onClick={() => onOpen('settings')}>{text.settings.open}</Button>
          {stands ? (
            <Button loading={resume.busy} onClick={() => { void resume.run({ params: { channel: status.channel } }, () => { void message.success(text.resume.done); onDone(); }); }}>
              {state === 'down' ? text.resume.retry : text.resume.open}
            </Button>
          ) : null}
          {settings.enabled && state !== 'paused' ? <Button onClick={() => onOpen('pause')}>{text.pause.open}</Button> : null}
          {failed > 0 ? <Button onClick={() => onOpen('resend')}>{text.resend.open}</Button> : null}
        </div>
      ) : null}
    </section>
  );
}
