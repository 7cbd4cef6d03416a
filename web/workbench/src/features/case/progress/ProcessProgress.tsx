import type { CaseProcess, StepVisit } from '@tongban/server/src/modules/cases/contract.ts';
import { useCallback, useMemo, useState } from 'react';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Moment } from '../../../shared/format/Moment.tsx';
import { text } from '../text.ts';
import { dressProgress } from './dress-progress.ts';

const words = text.progress;
const tones: Readonly<Record<StepVisit['state'], Tone>> = { open: 'todo', held: 'todo', suspended: 'neutral', completed: 'done', returned: 'warning', cancelled: 'neutral' };

/** One process: the diagram, and the same as a table for reading, the keyboard and paper. */
export function ProcessProgress({ process, at }: { process: CaseProcess; at: string }) {
  const [selected, setSelected] = useState<string>();
  const dressing = useMemo(() => dressProgress(process), [process]);
  const take = useCallback((id: string | undefined) => { if (id !== undefined) setSelected(id); }, []);
  const standing = process.standing.map(({ name }) => name).join('、');
  return (
    <>
      <p role="status">{process.ended ? words.ended : process.suspended ? words.suspended(standing) : words.standing(standing)}　<span className="muted small">{words.version(process.version)}</span></p>
      <div className="progress__picture"><PictureView xml={process.xml} label={words.diagram(process.name)} dressing={dressing} selected={selected} onSelect={take} saveAs={process.name} /></div>
      <p className="muted small">{words.legend}{process.taken.length === 0 ? words.noWays : ''}</p>
      <VisitTable visits={process.visits} at={at} selected={selected} onSelect={setSelected} />
    </>
  );
}

function VisitTable({ visits, at, selected, onSelect }: { visits: readonly StepVisit[]; at: string; selected: string | undefined; onSelect: (node: string) => void }) {
  return (
    <div className="progress__scroll">
      <table className="progress__table">
        <caption className="visually-hidden">{words.table}</caption>
        <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.taskId} className={visit.node === selected ? 'is-chosen' : ''}>
              <th scope="row"><button type="button" className="link-button" onClick={() => onSelect(visit.node)}>{visit.name}</button>{visit.again ? <span className="faint small">　{words.again}</span> : null}</th>
              <td><Tag tone={tones[visit.state]}>{visit.stateLabel}</Tag></td>
              <td>{visit.handler === '' ? <span className="faint">{words.nobody}</span> : visit.handler}</td>
              <td className="number nowrap"><Moment at={visit.arrivedAt} /></td>
              <td className="number nowrap">{visit.endedAt === null ? <span className="faint">—</span> : <Moment at={visit.endedAt} />}</td>
              <td className="number nowrap">{words.duration(visit.elapsedSeconds)}</td>
              <td className="number nowrap">{words.days(visit.workingDays)}</td>
              <td className="number nowrap">{visit.stoppedDays === 0 ? <span className="faint">—</span> : words.days(visit.stoppedDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint small">{words.note(formatDateTime(at))}</p>
    </div>
  );
}
