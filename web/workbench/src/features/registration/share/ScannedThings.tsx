import { openSharedFile, readSharedFace, type ScannedShare, type ScannedThing } from '@tongban/server/src/modules/sharing/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { plainApi } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDate, formatDateTime, formatTime } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.share;

function Licence({ shareId, thing, licence }: { shareId: string; thing: ScannedThing; licence: NonNullable<ScannedThing['licence']> }) {
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<{ label: string; value: string }[]>();
  const { run, busy, problem } = useAction(readSharedFace);
  return (
    <>
      <p className="muted small"><span className="number">{licence.number}</span>　{licence.issuerName}　{licence.validTo === null ? words.forever : text.material.validTo(formatDate(licence.validTo))}</p>
      {licence.face.length > 0 ? <dl className="share-face">{(whole ?? licence.face).map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl> : null}
      <ProblemAlert problem={problem} />
      {thing.usable && licence.masked && whole === undefined ? <Button size="small" loading={busy} onClick={() => setAsking(true)}>{words.wholeFace}</Button> : null}
      <PurposeDialog
        open={asking} onClose={() => setAsking(false)}
        onConfirm={(purpose) => { setAsking(false); void run({ params: { shareId, thingId: thing.id }, body: { purpose } }, ({ face }) => setWhole(face)); }}
      />
    </>
  );
}

function SharedFile({ shareId, thing, file }: { shareId: string; thing: ScannedThing; file: NonNullable<ScannedThing['file']> }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="muted small">{words.fileOf(file.materialName, file.caseNumber)}</p>
      {thing.usable ? <Button size="small" onClick={() => setAsking(true)}>{words.openFile}</Button> : null}
      <PurposeDialog
        open={asking} onClose={() => setAsking(false)}
        onConfirm={(purpose) => {
          setAsking(false);
          window.open(plainApi.url(openSharedFile, { params: { shareId, thingId: thing.id }, query: { purpose } }), '_blank', 'noopener');
        }}
      />
    </>
  );
}

/** What the applicant agreed to show: exactly that, personal lines masked until a purpose is given. */
export function ScannedThings({ share }: { share: ScannedShare }) {
  return (
    <>
      <p><strong>{share.subject.name}</strong>　{words.agreed(formatDateTime(share.agreedAt), share.purpose)}{share.itemName === null ? '' : words.onlyItem(share.itemName)}　<span className="faint small">{words.until(formatTime(share.until))}</span></p>
      <ul className="share-things" aria-label={words.things}>
        {share.things.map((thing) => (
          <li key={thing.id}>
            <p><strong>{thing.name}</strong>　<Tag>{words.kinds[thing.kind]}</Tag></p>
            {thing.note === null ? null : <p className="slot__fault">{thing.note}</p>}
            {thing.licence ? <Licence shareId={share.id} thing={thing} licence={thing.licence} /> : null}
            {thing.file ? <SharedFile shareId={share.id} thing={thing} file={thing.file} /> : null}
          </li>
        ))}
      </ul>
      <details className="share-consent-kept"><summary>{words.consent}</summary><p>{share.consent}</p></details>
    </>
  );
}
