import { actOnBatch, materialCheckLabels, type Batch } from '@tongban/server/src/modules/custody/contract.ts';
import { App, Button, QRCode } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { SignEnvelope } from './SignEnvelope.tsx';
import { text } from './text.ts';
import type { SignedEnvelope, Signing } from './use-signing.ts';

const words = text.batch;
const outcomeTones: Readonly<Record<NonNullable<SignedEnvelope['outcome']>, Tone>> = { 'signed': 'done', 'refused': 'warning', 'taken-out': 'neutral' };

interface BatchEnvelopeProps { batch: Batch; envelope: SignedEnvelope; place: number; focused: boolean; signing: Signing }

/** An envelope of a batch with its list of materials, and what came of it or is to be done. */
export function BatchEnvelope({ batch, envelope, place, focused, signing }: BatchEnvelopeProps) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!focused) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.querySelector<HTMLElement>('.custody-sign button')?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <li ref={card} className={focused ? 'custody-card is-focused' : 'custody-card'}>
      <header>
        <QRCode type="svg" value={envelope.code} size={56} bordered={false} className="custody-card__code" />
        <div>
          <p><span className="faint">{place}</span> <Link to={links.custodyEnvelope(envelope.id)} className="number list__strong">{envelope.code}</Link> {envelope.outcome ? <Tag tone={outcomeTones[envelope.outcome]}>{words.outcome[envelope.outcome]}</Tag> : null}{envelope.outcome === 'signed' && envelope.outcomeText !== '' ? <Tag tone="warning">{text.flawed}</Tag> : null}</p>
          <p>{envelope.itemName}</p>
          <p className="faint small">{envelope.applicantName}　<Link to={links.case(envelope.caseId)} className="number">{envelope.caseNumber}</Link></p>
        </div>
        {batch.abilities.change && envelope.outcome === null ? <TakeOut batch={batch} envelope={envelope} onDone={signing.refresh} /> : null}
      </header>
      {envelope.abilities.sign ? <SignEnvelope envelope={envelope} signing={signing} /> : (
        <ul className="custody-card__materials">
          {envelope.materials.map(({ id, name, check, remark }) => (
            <li key={id}>{name}{check === null || envelope.outcome === null ? null : <> <Tag tone={check === 'complete' ? 'done' : 'danger'}>{materialCheckLabels[check]}</Tag></>}{remark === null || envelope.outcome === null ? null : <span className="muted small">　{remark}</span>}</li>
          ))}
        </ul>
      )}
      {envelope.outcome !== null && envelope.outcome !== 'signed' && envelope.outcomeText !== '' ? <p className="custody-card__word">{envelope.outcomeText}</p> : null}
    </li>
  );
}

function TakeOut({ batch, envelope, onDone }: { batch: Batch; envelope: SignedEnvelope; onDone: () => void }) {
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(actOnBatch);
  return (
    <div className="custody-card__take">
      <Button size="small" loading={busy} aria-label={`${words.takeOut} ${envelope.code}`} onClick={() => { void run({ params: { batchId: batch.id }, body: { action: 'take-out', version: batch.version, envelopeId: envelope.id } }, () => { void message.success(words.takenOut); onDone(); }); }}>{words.takeOut}</Button>
      <ProblemAlert problem={problem} onRefresh={onDone} />
    </div>
  );
}
