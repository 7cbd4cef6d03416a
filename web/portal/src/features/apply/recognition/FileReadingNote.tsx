import { Badge, Button, type Tone } from '@tongban/ui';
import { LoaderCircle, ScanText } from 'lucide-react';
import { useState } from 'react';
import {
  comparisonLabels, qualityHintLabels, readingNoteLabels, readingStateLabels, type Comparison, type FileReading,
} from '@tongban/server/src/modules/recognition/contract.ts';
import { text } from '../text.ts';
import { PagePicture, type Mark } from './PagePicture.tsx';

const t = text.recognition;
const tones: Record<Comparison, Tone> = { same: 'success', differs: 'warning', unsure: 'neutral', none: 'neutral' };

/** Frames around the values of one page. */
export function marksOf({ fields }: FileReading, page: number): Mark[] {
  return fields.flatMap(({ label, place, comparison }) => (place?.page === page
    ? [{ label, box: place.box, tone: comparison === 'differs' ? 'differs' as const : comparison === 'same' ? 'same' as const : 'other' as const }] : []));
}

/** What was found on one uploaded file: being read, its kind, its quality, and each value beside what the form says. */
export function FileReadingNote({ reading, pageUrl }: { reading: FileReading; pageUrl: (page: number) => string }) {
  const [shown, setShown] = useState(0);
  if (reading.state === 'waiting' || reading.state === 'reading') {
    return <p className="reading reading--running" role="status"><LoaderCircle size={20} aria-hidden="true" />{t.running(reading.fileName)}</p>;
  }
  const { type, hints, fields, notes, pagesRead } = reading;
  const distinct = [...new Set(hints.map(({ hint }) => hint))];
  return (
    <div className="reading" role="group" aria-label={t.resultOf(reading.fileName)}>
      <p className="reading__head">
        <ScanText size={20} aria-hidden="true" />
        <span>{t.resultOf(reading.fileName)}</span>
        {reading.state === 'failed' ? <Badge tone="warning">{readingStateLabels.failed}</Badge> : null}
        {type ? <Badge tone={reading.expected === false ? 'warning' : 'success'}>{type.name}</Badge> : reading.expected === false ? <Badge tone="warning">{t.unknownKind}</Badge> : null}
        {reading.expected !== false && distinct.length === 0 && reading.state === 'done' && pagesRead > 0 ? <Badge tone="success">{t.clear}</Badge> : null}
        {distinct.map((hint) => <Badge key={hint} tone="warning">{qualityHintLabels[hint]}</Badge>)}
      </p>
      {notes.map((note) => <p key={note} className="muted">{readingNoteLabels[note]}</p>)}
      {reading.correctedBy ? <p className="muted">{t.corrected}</p> : null}
      {fields.length > 0 && (
        <dl className="reading__fields">
          {fields.map(({ key, label, value, comparison, known, knownFrom }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <span className="reading__value">{value ?? t.notFound}</span>
                {value !== null && comparison !== 'none' && <Badge tone={tones[comparison]}>{comparisonLabels[comparison]}</Badge>}
                {comparison === 'differs' && known !== null && <span className="muted">{t.known(knownFrom ?? '', known)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {pagesRead > 0 && (
        <div className="tb-button-row">
          {Array.from({ length: pagesRead }, (_, index) => index + 1).map((page) => (
            <Button key={page} variant="quiet" aria-expanded={shown === page} onClick={() => setShown(shown === page ? 0 : page)}>
              {shown === page ? t.hidePicture : pagesRead === 1 ? t.showPicture : t.showPage(page)}
            </Button>
          ))}
        </div>
      )}
      {shown > 0 && <PagePicture src={pageUrl(shown)} name={reading.fileName} marks={marksOf(reading, shown)} />}
    </div>
  );
}
