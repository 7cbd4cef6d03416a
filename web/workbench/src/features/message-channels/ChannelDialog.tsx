import { channelBounds, saveChannel, type ChannelSettings, type ChannelStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { App, InputNumber, Modal, Switch } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.settings;
const numbers = ['hourlyLimit', 'dailyLimit', 'digestFrom', 'ratePerMinute'] as const;

/** Settings of one channel within their bounds; the price is asked in yuan. */
export function ChannelDialog({ status, onClose }: { status: ChannelStatus; onClose: () => void }) {
  const { message } = App.useApp();
  const [settings, setSettings] = useState<ChannelSettings>(status.settings);
  const { run, busy, problem } = useAction(saveChannel);
  const change = (part: Partial<ChannelSettings>) => setSettings((before) => ({ ...before, ...part }));
  const save = () => {
    void run({ params: { channel: status.channel }, body: { revision: status.revision, settings } }, () => {
      void message.success(text.saved);
      onClose();
    });
  };
  const [, highestPrice] = channelBounds.priceMills;
  return (
    <Modal open title={words.title(status.name)} okText={text.save} cancelText={text.cancel} confirmLoading={busy} onOk={save} onCancel={onClose} width={480}>
      <ProblemAlert problem={problem} onRefresh={onClose} />
      <div className="message-channel-fields">
        <label htmlFor="channel-enabled">{words.enabled}</label>
        <Switch id="channel-enabled" checked={settings.enabled} onChange={(enabled) => change({ enabled })} />
        {numbers.map((key) => (
          <Number key={key} id={key} label={words[key]} value={settings[key]} bounds={channelBounds[key]} onChange={(value) => change({ [key]: value })} />
        ))}
        <label htmlFor="channel-price">{words.price}</label>
        <InputNumber id="channel-price" min={0} max={highestPrice / 1000} step={0.005} precision={3} value={settings.priceMills / 1000} onChange={(value) => { if (value !== null) change({ priceMills: Math.round(value * 1000) }); }} />
      </div>
      <p className="faint small">{settings.enabled ? words.priceLead : words.enabledLead}</p>
    </Modal>
  );
}

function Number({ id, label, value, bounds: [min, max], onChange }: { id: string; label: string; value: number; bounds: readonly [number, number]; onChange: (value: number) => void }) {
  return (
    <>
      <label htmlFor={`channel-${id}`}>{label}</label>
      <InputNumber id={`channel-${id}`} min={min} max={max} precision={0} value={value} onChange={(next) => { if (next !== null) onChange(next); }} />
    </>
  );
}
