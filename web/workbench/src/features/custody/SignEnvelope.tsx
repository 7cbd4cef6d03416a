import { materialCheckLabels, materialChecks, type MaterialCheck } from '@tongban/server/src/modules/custody/contract.ts';
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { text } from './text.ts';
import { isChecked, type SignedEnvelope, type Signing } from './use-signing.ts';

const words = text.sign;

/** Looks through the materials of one envelope and signs for it, or refuses it with the reason. */
export function SignEnvelope({ envelope, signing }: { envelope: SignedEnvelope; signing: Signing }) {
  const { message } = App.useApp();
  const { findings, find, send, busy } = signing;
  const [reason, setReason] = useState<string>();
  const [tried, setTried] = useState(false);
  const sign = () => {
    setTried(true);
    if (isChecked(envelope, findings)) void send([envelope], 'sign', () => { void message.success(words.signed(envelope.code)); });
  };
  const refuse = () => {
    setTried(true);
    if ([...(reason ?? '').trim()].length >= 5) void send([envelope], 'refuse', () => { void message.success(words.refused(envelope.code)); }, reason);
  };
  return (
    <div className="custody-sign">
      <ul>
        {envelope.materials.map((material) => {
          const found = findings[material.id];
          const wrong = found?.check !== undefined && found.check !== 'complete';
          return (
            <li key={material.id}>
              <span className="custody-sign__name">{material.name}</span>
              <Segmented<MaterialCheck | ''>
                size="small" aria-label={words.check(material.name)} value={found?.check ?? ''} options={materialChecks.map((one) => ({ value: one, label: materialCheckLabels[one] }))}
                onChange={(check) => { if (check !== '') find(material.id, { check }); }}
              />
              {wrong ? <Input size="small" className="custody-sign__remark" maxLength={200} autoFocus placeholder={words.remark} aria-label={`${material.name}：${words.remark}`} value={found.remark} onChange={(event) => find(material.id, { remark: event.target.value })} /> : null}
              {tried && reason === undefined ? <Lack text={found?.check === undefined ? words.unchecked : wrong && found.remark.trim() === '' ? words.needRemark : undefined} /> : null}
            </li>
          );
        })}
      </ul>
      {reason === undefined ? (
        <div className="custody-sign__foot">
          <Button size="small" onClick={() => envelope.materials.forEach(({ id }) => find(id, { check: 'complete', remark: '' }))}>{words.allComplete}</Button>
          <span className="custody-sign__space" />
          <Button size="small" danger onClick={() => { setTried(false); setReason(''); }}>{words.refuse}</Button>
          <Button size="small" type="primary" loading={busy} onClick={sign}>{words.sign}</Button>
        </div>
      ) : (
        <div className="custody-sign__refuse">
          <Input.TextArea autoFocus rows={2} maxLength={500} aria-label={words.reason} placeholder={words.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Lack text={tried && [...reason.trim()].length < 5 ? words.needReason : undefined} />
          <div className="custody-sign__foot">
            <span className="custody-sign__space" />
            <Button size="small" onClick={() => { setReason(undefined); setTried(false); }}>{words.keep}</Button>
            <Button size="small" danger type="primary" loading={busy} onClick={refuse}>{words.confirmRefuse}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
