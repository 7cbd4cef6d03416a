import { useQueryClient } from '@tanstack/react-query';
import { advanceOrder, getOrder, listOrders, type OrderAction, type OrderStep, type OrderView } from '@tongban/server/src/modules/supervision/orders.contract.ts';
import { App, Input, Segmented } from 'antd';
import { useState } from 'react';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { addDays, today } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { DateField } from '../../../shared/list/DateField.tsx';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { Overtaken, useOvertaken } from '../../../shared/typed/Overtaken.tsx';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.orders;

/** What is due first stands first. */
const ranking: readonly OrderAction[] = ['sign', 'reply', 'report', 'close', 'check', 'rectify', 'send-back', 'urge', 'withdraw'];

interface Typed { words: string; until: string | undefined; files: readonly KeptFile[] }
const nothingTyped: Typed = { words: '', until: undefined, files: [] };

function stepOf(action: OrderAction, version: number, typed: Typed): OrderStep | undefined {
  const said = typed.words.trim();
  const fileIds = typed.files.map(({ id }) => id);
  switch (action) {
    case 'sign': return { action, version };
    case 'reply': case 'report': return { action, version, text: said, fileIds };
    case 'rectify': return typed.until === undefined ? undefined : { action, version, text: said, until: typed.until };
    case 'check': case 'send-back': case 'close': case 'urge': case 'withdraw': return { action, version, text: said };
  }
}

/** The steps of an order that the reader may take, the most pressing one open. */
export function OrderNextStep({ order, onRefresh }: { order: OrderView; onRefresh: () => void }) {
  const choices = ranking.filter((action) => order.abilities[action]);
  const [picked, setPicked] = useState<OrderAction>();
  const action = picked && choices.includes(picked) ? picked : choices[0];
  const { overtaken, writing, accept } = useOvertaken(order.version, action);
  const note = overtaken && writing !== undefined ? (
    <Overtaken
      key={order.version} typedKey={`order.${order.id}.${writing}`} step={words.steps[writing].label} possible={choices.includes(writing)} last={order.steps.at(-1)} onClose={() => accept(order.version)}
    />
  ) : null;
  if (action === undefined) return note;
  return (
    <>
      {note}
      <Panel title={choices.length > 1 ? <Segmented<OrderAction> size="small" value={action} options={choices.map((one) => ({ value: one, label: words.steps[one].label }))} onChange={setPicked} /> : words.steps[action].label}>
        <StepForm key={`${action}.${order.version}`} action={action} order={order} onRefresh={onRefresh} onTaken={accept} />
      </Panel>
    </>
  );
}

function StepForm({ action, order, onRefresh, onTaken }: { action: OrderAction; order: OrderView; onRefresh: () => void; onTaken: (version: number) => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useTyped<Typed>(`order.${order.id}.${action}`, nothingTyped);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const uploads = useUploads();
  const { run, busy, problem } = useAction(advanceOrder);
  const label = words.steps[action].text;
  const takesFiles = action === 'reply' || action === 'report';
  const missing = useMissing({
    'order-words': action !== 'sign' && typed.words.trim().length < words.least && sharedText.missing.atLeast(label, words.least),
    'order-until': action === 'rectify' && typed.until === undefined && sharedText.missing.choose(words.until), 'order-files': takesFiles && uploads.lack('order-files'),
  });
  const send = () => {
    const body = stepOf(action, order.version, typed);
    if (!missing.check() || body === undefined) return;
    void run({ params: { orderId: order.id }, body }, (answer) => {
      forget();
      onTaken(answer.version);
      void message.success(words.done);
      client.setQueryData([getOrder.id, order.id], answer);
      void client.invalidateQueries({ queryKey: [listOrders.id] });
    });
  };
  return (
    <div className="order-form">
      <ProblemAlert problem={problem} onRefresh={onRefresh} />
      {action === 'sign' ? <p className="muted">{words.signText}</p> : (
        <>
          <label htmlFor="order-words">{label}</label>
          <Input.TextArea id="order-words" rows={4} maxLength={2000} value={typed.words} onChange={(event) => change({ words: event.target.value })} />
          {missing.of('order-words') ? <Lack text={missing.of('order-words')} /> : null}
        </>
      )}
      {action === 'rectify' ? (
        <>
          <label htmlFor="order-until">{words.until}</label>
          <DateField id="order-until" value={typed.until} minimum={addDays(today(), 1)} onChange={(until) => change({ until })} />
          {missing.of('order-until') ? <Lack text={missing.of('order-until')} /> : null}
        </>
      ) : null}
      {takesFiles ? (
        <>
          <FileUploads id="order-files" label={words.files} files={typed.files} maxFiles={10} uploads={uploads} onChange={(files) => change({ files })} />
          {missing.of('order-files') ? <Lack text={missing.of('order-files')} /> : null}
        </>
      ) : null}
      <div><PrimaryButton loading={busy} onPress={send}>{words.steps[action].label}</PrimaryButton></div>
    </div>
  );
}
