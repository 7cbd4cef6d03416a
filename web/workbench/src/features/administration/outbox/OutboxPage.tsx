import { ReloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { listDeliveries, listSimulatedSms } from '@tongban/server/src/kernel/messaging/contract.ts';
import { Button, Segmented } from 'antd';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { DeliveryList } from './DeliveryList.tsx';
import { SimulatedSmsList } from './SimulatedSmsList.tsx';

const words = text.outbox;

/** What the SMS simulator "sent", and how each message fared (MSG-01). */
export function OutboxPage() {
  const client = useQueryClient();
  const [filters, setFilters] = useFilters(['tab', 'mobile', 'state']);
  const simulates = useHolds('messaging.simulated-sms.view');
  const delivers = useHolds('messaging.delivery.view');
  const tab = (filters.tab === 'deliveries' && delivers) || !simulates ? 'deliveries' : 'simulated';
  const refresh = () => { for (const key of [listSimulatedSms.id, listDeliveries.id]) void client.invalidateQueries({ queryKey: [key] }); };
  return (
    <Page
      fill title={words.title}
      actions={(
        <>
          {simulates && delivers ? (
            <Segmented
              value={tab} options={[{ value: 'simulated', label: words.tabs.simulated }, { value: 'deliveries', label: words.tabs.deliveries }]}
              onChange={(next) => setFilters({ tab: next === 'deliveries' ? next : undefined })}
            />
          ) : null}
          <Button icon={<ReloadOutlined />} onClick={refresh}>{text.refresh}</Button>
        </>
      )}
    >
      {tab === 'simulated'
        ? <SimulatedSmsList mobile={filters.mobile} onFilter={(mobile) => setFilters({ mobile })} />
        : <DeliveryList state={filters.state} onFilter={(state) => setFilters({ state })} />}
    </Page>
  );
}
