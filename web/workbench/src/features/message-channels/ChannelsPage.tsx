import { ReloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { ChannelList } from './ChannelList.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { SimulatedList } from './SimulatedList.tsx';
import { StatisticsPart } from './StatisticsPart.tsx';
import { text } from './text.ts';
import { TopicList } from './TopicList.tsx';
import './message-channels.css';

const tabs = ['channels', 'topics', 'deliveries', 'statistics', 'simulated'] as const;
type Tab = (typeof tabs)[number];

/** Channels of messages: how they are, what goes by them, how each message fared, and the figures of a month (MSG-01). */
export function ChannelsPage() {
  const client = useQueryClient();
  const [filters, setFilters] = useFilters(['tab', 'channel', 'state', 'to', 'by', 'months', 'topic']);
  const channels = useHolds('messaging.channel.view');
  const holds: Record<Tab, boolean> = {
    channels, topics: channels, deliveries: useHolds('messaging.delivery.view'), statistics: useHolds('messaging.statistics.view'), simulated: useHolds('messaging.simulated-sms.view'),
  };
  const offered = tabs.filter((one) => holds[one]);
  const tab = offered.find((one) => one === filters.tab) ?? offered[0];
  const refresh = () => { void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('messaging.') }); };
  return (
    <Page
      fill={tab === 'deliveries' || tab === 'simulated'} title={text.title}
      actions={(
        <>
          {tab && offered.length > 1 ? (
            <Segmented<Tab>
              value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))}
              onChange={(next) => setFilters({ tab: next, channel: undefined, state: undefined, to: undefined, by: undefined, months: undefined, topic: undefined })}
            />
          ) : null}
          <Button icon={<ReloadOutlined />} onClick={refresh}>{text.refresh}</Button>
        </>
      )}
    >
      {tab === 'channels' ? <ChannelList /> : null}
      {tab === 'topics' ? <TopicList /> : null}
      {tab === 'deliveries' ? <DeliveryList filters={filters} onFilter={setFilters} /> : null}
      {tab === 'statistics' ? <StatisticsPart filters={filters} onFilter={setFilters} /> : null}
      {tab === 'simulated' ? <SimulatedList filters={filters} onFilter={setFilters} /> : null}
    </Page>
  );
}
