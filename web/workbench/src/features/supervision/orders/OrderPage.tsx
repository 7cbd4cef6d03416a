import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getOrder, orderSourceLabels, printOrder, readOrderFile, type OrderView } from '@tongban/server/src/modules/supervision/orders.contract.ts';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { DueDate, LevelTag, Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { Facts, Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import { orderTone } from './order-tone.ts';
import { OrderNextStep } from './OrderNextStep.tsx';
import '../supervision.css';

const words = text.orders;
const { facts } = words;

/** One order: what is demanded of whom until when, what is to be done next, and everything done so far (SUP-02). */
export function OrderPage() {
  const { orderId = '' } = useParams();
  const refetchInterval = useNews('supervision.orders', [getOrder], 60_000);
  const query = useQuery({ queryKey: [getOrder.id, orderId], queryFn: () => api.call(getOrder, { params: { orderId } }), refetchInterval });
  return <PageState query={query}>{(order) => <Order order={order} onRefresh={() => { void query.refetch(); }} />}</PageState>;
}

function Order({ order, onRefresh }: { order: OrderView; onRefresh: () => void }) {
  const navigate = useNavigate();
  return (
    <Page
      title={`${words.one} ${order.number}`} aside={<><Tag tone={orderTone(order)}>{order.stateLabel}</Tag> {order.overdue ? <Tag tone="danger" strong>{words.overdue}</Tag> : null}</>}
      actions={<><Button href={api.url(printOrder, { params: { orderId: order.id } })} target="_blank">{words.print}</Button><Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.supervisionOrders()); }}>{words.back}</Button></>}
    >
      <div className="order">
        <div className="order__main">
          <Panel title={order.about}>
            <Facts items={[{ label: facts.content, value: <span className="pre-line">{order.content}</span> }, { label: facts.demands, value: <span className="pre-line">{order.demands}</span> }, ...(order.measures ? [{ label: facts.measures, value: <span className="pre-line">{order.measures}</span> }] : [])]} />
          </Panel>
          {order.signals.length > 0 ? <Signals signals={order.signals} /> : null}
          <OrderNextStep key={order.id} order={order} onRefresh={onRefresh} />
          <Trail order={order} />
        </div>
        <div className="order__side">
          <Panel title={facts.department}>
            <Facts items={[
              { label: facts.department, value: order.organizationName }, { label: facts.lead, value: order.leadName ?? words.form.anyLead }, { label: facts.due, value: <DueDate date={order.dueOn ?? order.limitOn} over={order.overdue} /> },
              ...(order.inTime === null ? [] : [{ label: facts.inTime, value: order.inTime ? words.inTime : words.late }]), { label: facts.source, value: orderSourceLabels[order.source] },
              ...(order.caseId && order.caseNumber ? [{ label: facts.case, value: <Link className="number" to={links.case(order.caseId)}>{order.caseNumber}</Link> }] : []), { label: facts.issued, value: `${order.issuedBy} ${formatDateTime(order.issuedAt)}` },
            ]} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Signals({ signals }: Pick<OrderView, 'signals'>) {
  return (
    <Panel title={words.signals}>
      <ul className="order__signals">
        {signals.map((one) => (
          <li key={one.id}>
            <LevelTag level={one.level} why={one.ruleName} /> {one.ruleNo} {one.ruleName}　<span className="muted">{one.itemName}　{one.says}</span>
            {one.caseId && one.caseNumber ? <>　<Link className="number" to={links.case(one.caseId)}>{one.caseNumber}</Link></> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Trail({ order }: { order: OrderView }) {
  return (
    <Panel title={words.progress}>
      <ol className="order__steps">
        {order.steps.toReversed().map((step) => (
          <li key={step.at + step.action}>
            <p><strong>{step.label}</strong><span className="faint small">　{step.by}{step.organizationName ? ` · ${step.organizationName}` : ''}　{formatDateTime(step.at)}</span></p>
            {step.text === '' ? null : <p className="pre-line">{step.text}</p>}
            {step.files.map(({ id, name }) => <p key={id}><a href={api.url(readOrderFile, { params: { orderId: order.id, fileId: id } })} target="_blank" rel="noreferrer">{name}</a></p>)}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
