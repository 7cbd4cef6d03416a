import { legLabels, type Batch, type EnvelopeLine } from '@tongban/server/src/modules/custody/contract.ts';
import { QRCode } from 'antd';
import { formatDateTime } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const words = text.sheet;

/** The sheet that goes with a batch, on paper only: what is in it, with a code to scan for each envelope and lines to sign on. */
export function Sheet({ batch }: { batch: Batch }) {
  const envelopes = batch.envelopes.filter(({ outcome }) => outcome !== 'taken-out');
  return (
    <section className="custody-sheet" aria-hidden>
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.number}：<b className="number">{batch.number}</b>　{legLabels[batch.leg]}　{words.total(envelopes.length)}</p>
          <p>{text.batch.facts.from}：{batch.from.name}　{text.batch.facts.to}：{batch.to.name}</p>
          <p>{text.batch.facts.made}：{batch.madeByName}　{formatDateTime(batch.madeAt)}{batch.note === '' ? '' : `　${text.batch.facts.note}：${batch.note}`}</p>
        </div>
        <QRCode type="svg" value={batch.number} size={96} bordered={false} />
      </header>
      <table>
        <thead><tr><th>{words.no}</th><th>{words.code}</th><th>{words.case}</th><th>{words.materials}</th></tr></thead>
        <tbody>
          {envelopes.map((one, place) => (
            <tr key={one.id}>
              <td>{place + 1}</td>
              <td className="custody-sheet__code"><QRCode type="svg" value={one.code} size={64} bordered={false} /><span className="number">{one.code}</span></td>
              <td><span className="number">{one.caseNumber}</span><br />{one.itemName}<br />{one.applicantName}</td>
              <td><ol>{one.materials.map(({ id, name }) => <li key={id}>{name}　<span className="custody-sheet__boxes">□齐 □缺 □不符</span></li>)}</ol></td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer><span>{words.sender}：</span><span>{words.receiver}：</span><span>{words.date}：</span></footer>
      <p className="custody-sheet__hint">{words.hint}</p>
    </section>
  );
}

type Labelled = Pick<EnvelopeLine, 'id' | 'code' | 'caseNumber' | 'itemName' | 'applicantName' | 'destination' | 'materialCount'>;

/** A label for each envelope, on paper only. */
export function Labels({ envelopes }: { envelopes: readonly Labelled[] }) {
  return (
    <section className="custody-labels" aria-hidden>
      {envelopes.map((one) => (
        <div key={one.id} className="custody-label">
          <QRCode type="svg" value={one.code} size={96} bordered={false} />
          <div><b className="number">{one.code}</b><p>{one.itemName}</p><p>{one.applicantName}　{text.count(one.materialCount)}</p><p className="number">{one.caseNumber}</p><p>{text.envelope.destination}：{one.destination.name}</p></div>
        </div>
      ))}
    </section>
  );
}
