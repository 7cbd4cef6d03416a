import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listTopics, outsideChannels, saveTopic, topicBounds, type TopicSettings, type TopicStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import type { Static } from '@tongban/contract-kit';
import { App, Button, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.topics;
type Topic = Static<typeof TopicStatus>;

const named = (channels: TopicSettings['channels'], separator: string) => channels.map((channel) => text.channels[channel]).join(separator);

const columns: readonly Column<Topic>[] = [
  { key: 'name', title: words.name, width: '18rem', fixed: true, render: ({ name, required }) => <span className="list__strong">{name}{required ? <>　<Tag>{words.required}</Tag></> : null}</span> },
  { key: 'whom', title: words.whom, width: '8rem', render: ({ staff }) => (staff ? words.staff : words.citizens) },
  { key: 'channels', title: words.channels, width: '14rem', render: ({ settings }) => named(settings.channels, '、') || words.none },
  { key: 'fallback', title: words.fallback, width: '16rem', render: ({ settings }) => named(settings.fallback, '→') || '—' },
  { key: 'keep', title: words.keepHours, width: '7rem', align: 'right', render: ({ settings }) => words.hours(settings.keepHours) },
];

/** Groups of messages and the channels they go by unless somebody chose otherwise. */
export function TopicList() {
  const manages = useHolds('messaging.channel.manage');
  const topics = useQuery({ queryKey: [listTopics.id], queryFn: async () => (await api.call(listTopics, {})).items });
  const [edited, setEdited] = useState<Topic>();
  const action: Column<Topic> = { key: 'action', title: text.columns.action, width: '5rem', fixed: true, render: (row) => <span className="row-buttons"><Button size="small" type="link" onClick={() => setEdited(row)}>{words.edit}</Button></span> };
  return (
    <>
      <p className="muted">{words.lead}</p>
      <QueryState query={topics}>
        {(items) => <div className="frame"><ListTable<Topic> cards label={text.tabs.topics} columns={manages ? [...columns, action] : columns} rows={items} rowKey={(row) => row.topic} minWidth="68rem" empty={null} /></div>}
      </QueryState>
      {edited ? <TopicDialog topic={edited} onClose={() => setEdited(undefined)} /> : null}
    </>
  );
}

function TopicDialog({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [settings, setSettings] = useState(topic.settings);
  const { run, busy, problem } = useAction(saveTopic);
  const options = outsideChannels.filter((channel) => (topic.staff ? channel === 'dingtalk' || channel === 'email' : channel !== 'dingtalk')).map((channel) => ({ value: channel, label: text.channels[channel] }));
  const [fewest, most] = topicBounds.keepHours;
  const close = () => {
    void client.invalidateQueries({ queryKey: [listTopics.id] });
    onClose();
  };
  const save = () => {
    void run({ params: { topic: topic.topic }, body: { revision: topic.revision, settings } }, () => {
      void message.success(text.saved);
      close();
    });
  };
  return (
    <Modal open title={words.title(topic.name)} okText={text.save} cancelText={text.cancel} confirmLoading={busy} onOk={save} onCancel={onClose} width={520}>
      <ProblemAlert problem={problem} onRefresh={close} />
      <div className="message-channel-field">
        <label htmlFor="topic-channels">{words.channels}</label>
        <Select id="topic-channels" mode="multiple" value={settings.channels} options={options} placeholder={words.none} onChange={(channels: TopicSettings['channels']) => setSettings({ ...settings, channels })} />
        {topic.required ? (
          <>
            <label htmlFor="topic-fallback">{words.fallback}</label>
            <Select id="topic-fallback" mode="multiple" value={settings.fallback} options={options.filter(({ value }) => !settings.channels.includes(value))} onChange={(fallback: TopicSettings['fallback']) => setSettings({ ...settings, fallback })} />
          </>
        ) : null}
        <label htmlFor="topic-keep">{words.keepLabel}</label>
        <InputNumber id="topic-keep" min={fewest} max={most} precision={0} value={settings.keepHours} onChange={(next) => setSettings({ ...settings, keepHours: next ?? fewest })} />
      </div>
    </Modal>
  );
}
