import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { comparisonLabels, downloadCasePage, readAgain, readingNoteLabels, type CaseReadings, type Comparison, type FileReading } from '@tongban/server/src/modules/recognition/contract.ts';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { MarkedPage } from './MarkedPage.tsx';

const words = text.recognition;
const tones: Record<Comparison, Tone> = { same: 'done', differs: 'danger', unsure: 'warning', none: 'neutral' };
const percent = (share: number): string => `${Math.round(share * 100)}%`;

interface ReadingPanelProps { view: CaseView; readings: CaseReadings; reading: FileReading; onPurpose: (purpose: string) => void; onRefresh: () => void }

/** A material as it was read, beside the form: the picture with frames at the left, values and what they are compared with at the right. */
export function ReadingPanel({ view, readings, reading, onPurpose, onRefresh }: ReadingPanelProps) {
  const { message } = App.useApp();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const again = useAction(readAgain);
  const { fields, notes, type, pagesRead, pagesTotal, engine, correctedBy } = reading;
  const questions = readings.questions.filter(({ fileId }) => fileId === reading.fileId);
  const marks = fields.flatMap(({ key, label, place, comparison }) => (place?.page === page ? [{ key, label, box: place.box, differs: comparison === 'differs' }] : []));
  return (
    <div className="reading-panel">
      <div className="reading-panel__picture">
        {pagesRead > 1 ? <Segmented size="small" value={page} options={Array.from({ length: pagesRead }, (_, index) => ({ value: index + 1, label: words.page(index + 1) }))} onChange={setPage} /> : null}
        {pagesRead > 0
          ? <MarkedPage key={page} src={api.url(downloadCasePage, { params: { caseId: view.id, fileId: reading.fileId, page } })} name={reading.fileName} marks={marks} chosen={chosen} />
          : <p className="muted">{words.noPicture}</p>}
      </div>
      <div className="reading-panel__facts">
        <ProblemAlert problem={again.problem} onRefresh={onRefresh} />
        {type ? <p><strong>{type.name}</strong>　<span className="muted small">{type.by === 'person' ? words.byPerson : words.because(percent(type.confidence), type.by === 'classifier', type.because.join('、'))}</span></p> : null}
        {notes.map((note) => <p key={note} className="muted small">{readingNoteLabels[note]}</p>)}
        {questions.length > 0 ? (
          <ul className="reading-panel__questions">
            {questions.map(({ id, message: line, acknowledged }) => <li key={id}>{line}{acknowledged ? <> <Tag>{words.acknowledged}</Tag></> : null}</li>)}
          </ul>
        ) : null}
        {fields.length > 0 ? (
          <table className="reading-table">
            <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            <tbody>
              {fields.map(({ key, label, value, known, knownFrom, comparison, confidence, corrected, place }) => (
                <tr key={key} onMouseEnter={() => setChosen(key)} onMouseLeave={() => setChosen(undefined)}>
                  <th scope="row">
                    {place ? <button type="button" className="link-button" onClick={() => { setPage(place.page); setChosen(key); }}>{label}</button> : label}
                  </th>
                  <td>{value ?? <span className="faint">{words.notFound}</span>}{corrected ? <> <Tag>{words.corrected}</Tag></> : null}</td>
                  <td>{known === null ? <span className="faint">—</span> : <>{known}<br /><span className="faint small">{knownFrom}</span></>}</td>
                  <td>
                    {value === null || comparison === 'none' ? <span className="faint">—</span> : <Tag tone={tones[comparison]}>{comparisonLabels[comparison]}</Tag>}
                    {value === null || corrected ? null : <span className="faint small number reading-table__sure">{words.sure(percent(confidence))}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <p className="reading-panel__actions">
          {readings.abilities.correct ? <Button size="small" onClick={() => setCorrecting(true)}>{words.correct}</Button> : null}
          {readings.abilities.correct ? <Button size="small" loading={again.busy} onClick={() => { void again.run({ params: { caseId: view.id, fileId: reading.fileId } }, () => { void message.success(words.again.done); onRefresh(); }); }}>{words.again.label}</Button> : null}
          {readings.masked && readings.abilities.readFull && fields.length > 0 ? <Button size="small" type="link" onClick={() => setAsking(true)}>{text.applicant.reveal}</Button> : null}
        </p>
        <p className="faint small">
          {engine ? words.engine(engine) : null}{pagesTotal > pagesRead && pagesRead > 0 ? words.pages(pagesRead, pagesTotal) : null}
          {correctedBy ? words.correctedBy(correctedBy.name, formatMoment(correctedBy.at)) : null}
        </p>
      </div>
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(purpose) => { setAsking(false); onPurpose(purpose); }} />
      {correcting ? <CorrectDialog view={view} readings={readings} reading={reading} onClose={() => setCorrecting(false)} onDone={() => { setCorrecting(false); onRefresh(); }} /> : null}
    </div>
  );
}
