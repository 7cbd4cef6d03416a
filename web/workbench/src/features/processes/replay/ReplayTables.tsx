import type { Replay } from '@tongban/server/src/modules/replays/contract.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const words = text.replay;
export const resultTones: Readonly<Record<Replay['groups'][number]['result'], Tone>> = { same: 'neutral', changed: 'warning', stuck: 'danger', loop: 'danger' };

export function Table({ columns, children }: { columns: readonly string[]; children: ReactNode }) {
  return <div className="process-scroll"><table className="process-table"><thead><tr>{columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead><tbody>{children}</tbody></table></div>;
}

export function Example({ example: { position, number }, onShow }: { example: { position: number; number: string }; onShow: (position: number) => void }) {
  return <Button type="link" size="small" className="code" onClick={() => onShow(position)}>{number}</Button>;
}

const time = (seconds: number | null): string => (seconds === null ? words.noResult : words.duration(seconds));

/** Why cases would not come to an end, each with one of them. */
export function StuckTable({ stuck, onShow }: { stuck: Replay['stuck']; onShow: (position: number) => void }) {
  return (
    <Table columns={words.stuckColumns}>
      {stuck.map(({ code, node, message, cases, example }) => (
        <tr key={`${code} ${node ?? ''} ${message}`}><td className="number nowrap">{words.count(cases)}</td><td className="is-wrong">{message}</td><td className="nowrap"><Example example={example} onShow={onShow} /></td></tr>
      ))}
    </Table>
  );
}

/** Steps for which there is nobody in office. */
export function UnhandledTable({ unhandled, onShow }: { unhandled: Replay['unhandled']; onShow: (position: number) => void }) {
  return (
    <Table columns={words.unhandledColumns}>
      {unhandled.map(({ node, name, passedOver, cases, example }) => (
        <tr key={`${node} ${passedOver}`}><td className="number nowrap">{words.count(cases)}</td><td>{name}</td><td>{passedOver ? words.passedOver : words.toLeader}</td><td className="nowrap"><Example example={example} onShow={onShow} /></td></tr>
      ))}
    </Table>
  );
}

/** The whole time then and now. */
export function Times({ times: { cases, before, after } }: { times: Replay['times'] }) {
  if (cases === 0) return <p className="muted small">{words.noTimes}</p>;
  const difference = (one: number | null, other: number | null): string => {
    if (one === null || other === null) return words.noResult;
    return other === one ? words.equal : other > one ? words.more(words.duration(other - one)) : words.less(words.duration(one - other));
  };
  return (
    <>
      <p className="muted small">{words.timesLead(cases)}</p>
      <Table columns={words.timeColumns}>
        <tr><th scope="row">{words.then}</th><td className="number">{time(before.median)}</td><td className="number">{time(before.p90)}</td></tr>
        <tr><th scope="row">{words.now}</th><td className="number">{time(after.median)}</td><td className="number">{time(after.p90)}</td></tr>
        <tr><th scope="row">{words.difference}</th><td className="number">{difference(before.median, after.median)}</td><td className="number">{difference(before.p90, after.p90)}</td></tr>
      </Table>
    </>
  );
}

/** How many cases come to each step, how long it takes, and what both rest on. */
export function StepTable({ steps }: { steps: Replay['steps'] }) {
  return (
    <>
      <Table columns={words.stepColumns}>
        {steps.map(({ node, name, cases, before, median, p90, timeBy, outcomeBy }) => (
          <tr key={node}>
            <td>{name}</td><td className="number nowrap">{words.count(cases)}</td><td className="number nowrap">{words.count(before)}</td>
            <td className="number nowrap">{time(median)}</td><td className="number nowrap">{time(p90)}</td><td className="small nowrap">{cases === 0 ? words.noResult : words.bases[timeBy]}</td>
            <td className="small">{outcomeBy.map(({ by, visits }) => words.basisCount(words.bases[by], visits)).join('，')}</td>
          </tr>
        ))}
      </Table>
      <p className="faint small">{words.workingNote}</p>
    </>
  );
}

/** Ways that cases went, and would go. */
export function Groups({ groups, onGroup, onShow }: { groups: Replay['groups']; onGroup: (group: number) => void; onShow: (position: number) => void }) {
  return (
    <Table columns={words.groupColumns}>
      {groups.map(({ group, before, after, result, cases, example }) => (
        <tr key={group}>
          <td className="number nowrap"><Button type="link" size="small" onClick={() => onGroup(group)}>{words.count(cases)}</Button></td>
          <td className="nowrap"><Tag tone={resultTones[result]}>{words.results[result]}</Tag></td><td className="small">{before}</td><td className="small">{result === 'same' ? <span className="faint">{words.equal}</span> : after}</td>
          <td className="nowrap"><Example example={example} onShow={onShow} /></td>
        </tr>
      ))}
    </Table>
  );
}
