import { useQuery, useQueryClient } from '@tanstack/react-query';
import { deliverBundle, getBundleApplication, type BundleApplicationView } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { stateTone } from './tones.ts';
import './bundle-cases.css';

const methods = ['electronic', 'counter', 'express'] as const;

function DeliverDialog({ one, onClose, onDone }: { one: BundleApplicationView; onClose: () => void; onDone: () => void }) {
  const [method, setMethod] = useState(one.deliveryMethod);
  const [receiver, setReceiver] = useState(one.applicantName);
  const [trackingNumber, setTrackingNumber] = useState('');
  const { run, busy, problem } = useAction(deliverBundle);
  const missing = useMissing({
    'bundle-receiver': receiver.trim() === '' && sharedText.missing.write(text.receiver),
    'bundle-tracking': method === 'express' && trackingNumber.trim() === '' && sharedText.missing.write(text.tracking),
  });
  const send = () => {
    if (missing.check()) void run({ params: { applicationId: one.id }, body: { method, receiver: receiver.trim(), ...(method === 'express' ? { trackingNumber: trackingNumber.trim() } : {}) } }, onDone);
  };
  return (
    <Modal open title={text.deliverTitle} okText={text.deliver} confirmLoading={busy} onOk={send} onCancel={onClose}>
      <ProblemAlert problem={problem} />
      <p>{text.deliverLead}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={text.method}>
          <Radio.Group aria-label={text.method} value={method} onChange={(event) => setMethod(methods.find((each) => each === event.target.value) ?? method)} options={methods.map((each) => ({ value: each, label: text.methods[each] }))} />
        </Form.Item>
        <Form.Item label={text.receiver} htmlFor="bundle-receiver" required {...missing.item('bundle-receiver')}>
          <Input id="bundle-receiver" maxLength={100} value={receiver} onChange={(event) => setReceiver(event.target.value)} />
        </Form.Item>
        {method === 'express' ? (
          <Form.Item label={text.tracking} htmlFor="bundle-tracking" required {...missing.item('bundle-tracking')}>
            <Input id="bundle-tracking" maxLength={60} value={trackingNumber} onChange={(event) => setTrackingNumber(event.target.value)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}

function Items({ one }: { one: BundleApplicationView }) {
  const t = text.item;
  return (
    <div className="bundle-cases-items">
      <table aria-label={text.items}>
        <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.department}</th><th scope="col">{t.label}</th><th scope="col">{t.due}</th><th scope="col">{t.number}</th><th scope="col">{t.after}</th></tr></thead>
        <tbody>
          {one.children.map((child) => (
            <tr key={child.key}>
              <th scope="row">{child.itemName}</th>
              <td>{child.organizationName}</td>
              <td>{child.label}{child.reason ? <p className="muted small">{child.reason}</p> : null}</td>
              <td className="number">{child.dueOn ? `${formatDate(child.dueOn)}${child.estimated ? text.estimated : ''}` : text.none}</td>
              <td className="number">{child.caseId ? <Link to={links.case(child.caseId)}>{child.caseNumber}</Link> : <span className="faint">{child.state === 'opened' ? text.hidden : text.none}</span>}</td>
              <td>{child.after.join('、') || text.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Application({ one }: { one: BundleApplicationView }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [delivering, setDelivering] = useState(false);
  return (
    <Page title={one.bundleName} aside={one.number} actions={one.abilities.deliver ? <Button type="primary" onClick={() => setDelivering(true)}>{text.deliver}</Button> : undefined}>
      <p><Tag tone={stateTone[one.state]}>{one.stateLabel}</Tag>　{one.applicantName}　{one.leadName}　<span className="number">{formatDateTime(one.submittedAt)}</span></p>
      <p className="muted">{[one.expectedOn && text.expected(formatDate(one.expectedOn)), one.criticalPath.length > 1 && text.critical(one.criticalPath), one.partialAgreedAt && text.partial(formatDateTime(one.partialAgreedAt)), one.deliveredAt && text.delivered(formatDateTime(one.deliveredAt))].filter(Boolean).join('　')}</p>
      <Items one={one} />
      {delivering ? (
        <DeliverDialog
          one={one} onClose={() => setDelivering(false)}
          onDone={() => { setDelivering(false); void message.success(text.done); void client.invalidateQueries({ predicate: ({ queryKey }) => /^(bundle-applications|cases)\./.test(String(queryKey[0])) }); }}
        />
      ) : null}
    </Page>
  );
}

/** One bundle that was applied for: how each item stands, and one delivery for the lead (BDL-02, BDL-03). */
export function BundleCasePage() {
  const { applicationId = '' } = useParams();
  const query = useQuery({ queryKey: [getBundleApplication.id, applicationId], queryFn: () => api.call(getBundleApplication, { params: { applicationId } }) });
  return <PageState query={query} lines={8}>{(one) => <Application one={one} />}</PageState>;
}
