import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getEnvelope, legLabels, materialCheckLabels, type EnvelopeView, type Leg } from '@tongban/server/src/modules/custody/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { MakeBatchDialog } from './MakeBatchDialog.tsx';
import { Labels } from './Sheet.tsx';
import { text } from './text.ts';
import { toneOf } from './tones.ts';
import { useCustodyRefresh } from './use-signing.ts';
import './custody.css';

const words = text.envelope;

/** One envelope: who holds it, what is in it, and everything that was done with it. */
export function EnvelopePage() {
  const { envelopeId = '' } = useParams();
  const query = useQuery({ queryKey: [getEnvelope.id, envelopeId], queryFn: () => api.call(getEnvelope, { params: { envelopeId } }) });
  return <PageState query={query}>{(envelope) => <Envelope key={envelope.id} envelope={envelope} />}</PageState>;
}

function Envelope({ envelope }: { envelope: EnvelopeView }) {
  const navigate = useNavigate();
  const refresh = useCustodyRefresh();
  const [leg, setLeg] = useState<Leg>();
  const { batch } = envelope;
  return (
    <Page
      title={`${words.one} ${envelope.code}`}
      aside={<><Tag tone={toneOf(envelope)}>{envelope.stateLabel}</Tag>{envelope.flawed ? <Tag tone="warning">{text.flawed}</Tag> : null} {envelope.remainingDays === null ? null : <span className={envelope.remainingDays < 0 ? 'due is-over' : 'muted'}>{text.remaining(envelope.remainingDays)}</span>}</>}
      actions={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.custody()); }}>{text.back}</Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{words.printLabel}</Button>
          {envelope.abilities.putIn.map((one, place) => <Button key={one} {...(place === 0 ? { type: 'primary' as const } : {})} onClick={() => setLeg(one)}>{text.batching.open[one]}</Button>)}
          {envelope.abilities.sign && batch ? <Button type="primary" onClick={() => { void navigate(links.custodyBatch(batch.id, envelope.id)); }}>{words.openBatch}</Button> : null}
        </>
      }
    >
      <div className="custody-envelope">
        <div className="custody-envelope__main">
          <Panel title={words.materials} flush>
            <table className="custody-table" aria-label={words.materials}>
              <thead><tr><th scope="col">{words.material}</th><th scope="col">{words.result}</th><th scope="col">{words.remark}</th></tr></thead>
              <tbody>{envelope.materials.map(({ id, name, check, remark }) => <tr key={id}><td>{name}</td><td>{check === null ? <span className="faint">{text.none}</span> : <Tag tone={check === 'complete' ? 'done' : 'danger'}>{materialCheckLabels[check]}</Tag>}</td><td>{remark ?? ''}</td></tr>)}</tbody>
            </table>
          </Panel>
          <Panel title={words.history}><History envelope={envelope} /></Panel>
        </div>
        <Panel title={words.custody}>
          <Facts items={[
            { label: words.holder, value: <b>{envelope.holder.name}{text.staff(envelope.holder.staffName)}</b> }, { label: words.since, value: formatDateTime(envelope.heldSince) },
            ...(envelope.state === 'in-transit' ? [{ label: words.destination, value: <>{envelope.destination.name}<br /><span className="faint small">{text.inTransit}</span></> }] : []),
            ...(envelope.dueOn === null ? [] : [{ label: envelope.state === 'in-transit' ? words.signDue : words.submitDue, value: <DueDate date={envelope.dueOn} over={(envelope.remainingDays ?? 0) < 0} /> }]),
            { label: words.batch, value: batch === null ? text.none : <Link to={links.custodyBatch(batch.id)} className="number">{batch.number}</Link> },
            { label: words.case, value: <Link to={links.case(envelope.caseId)} className="number">{envelope.caseNumber}</Link> }, { label: words.item, value: envelope.itemName }, { label: words.applicant, value: envelope.applicantName },
            { label: words.origin, value: envelope.origin.name }, { label: words.receiver, value: envelope.receiver.name }, { label: text.columns.leg, value: legLabels[envelope.leg] },
          ]} />
        </Panel>
      </div>
      <Labels envelopes={[envelope]} />
      {leg === undefined ? null : (
        <MakeBatchDialog leg={leg} envelopes={[envelope]} onClose={() => setLeg(undefined)} onMade={([id]) => { setLeg(undefined); refresh(); if (id !== undefined) void navigate(links.custodyBatch(id)); }} />
      )}
    </Page>
  );
}

function History({ envelope: { steps } }: { envelope: EnvelopeView }) {
  return (
    <ol className="custody-steps">
      {steps.toReversed().map((step) => (
        <li key={step.at + step.label}>
          <p><strong>{step.label}</strong><span className="faint small">　{step.by}{step.organizationName ? ` · ${step.organizationName}` : ''}　{formatDateTime(step.at)}{step.batchNumber ? `　${step.batchNumber}` : ''}</span></p>
          {step.text === '' ? null : <p className="pre-line">{step.text}</p>}
        </li>
      ))}
    </ol>
  );
}
