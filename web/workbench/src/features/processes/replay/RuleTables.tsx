import type { Replay, ReplayedCase } from '@tongban/server/src/modules/replays/contract.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';
import { Example, Table } from './ReplayTables.tsx';

const words = text.replay;
type Outcome = Replay['dispatched'][number]['outcome'];
type Check = Pick<Replay['checked'][number], 'effect' | 'applies' | 'failed'>;
const tones: Readonly<Record<Outcome, Tone>> = { 'by-rule': 'done', 'by-process': 'neutral', 'fell-back': 'warning', 'nobody': 'danger', 'by-person': 'neutral' };

/** Which rule would send which step where. */
export function DispatchedTable({ dispatched, onShow }: { dispatched: Replay['dispatched']; onShow: (position: number) => void }) {
  return (
    <>
      <p className="muted small">{words.dispatchedLead}</p>
      <Table columns={words.dispatchedColumns}>
        {dispatched.map(({ node, name, outcome, rule, target, reason, cases, example }) => (
          <tr key={`${node ?? ''} ${outcome} ${rule ?? ''} ${target} ${reason ?? ''}`}>
            <td className="number nowrap">{words.count(cases)}</td><td>{name}</td><td>{target}</td>
            <td><Tag tone={tones[outcome]}>{words.dispatchOutcomes[outcome]}</Tag> <span className="small">{words.ruled(rule, reason)}</span></td>
            <td className="nowrap"><Example example={example} onShow={onShow} /></td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function saysOf({ effect, applies, failed }: Check): string {
  return failed ? words.checkFailed : words.checkWords[effect][applies ? 0 : 1] ?? '';
}

function toneOf({ effect, applies, failed }: Check): Tone {
  if (failed) return 'warning';
  if (effect === 'outcome') return applies ? 'done' : 'warning';
  return applies ? effect === 'block' ? 'danger' : 'warning' : 'neutral';
}

/** What rules of the steps would say. */
export function CheckedTable({ checked, onShow }: { checked: Replay['checked']; onShow: (position: number) => void }) {
  return (
    <>
      <p className="muted small">{words.checkedLead}</p>
      <Table columns={words.checkedColumns}>
        {checked.map(({ node, name, rule, effect, applies, failed, message, cases, example }) => (
          <tr key={`${node} ${rule} ${effect} ${applies} ${failed} ${message}`}>
            <td className="number nowrap">{words.count(cases)}</td><td>{name}</td><td className="small">{rule}</td>
            <td><Tag tone={toneOf({ effect, applies, failed })}>{saysOf({ effect, applies, failed })}</Tag> <span className="small">{applies || failed ? message : ''}</span></td>
            <td className="nowrap"><Example example={example} onShow={onShow} /></td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** What nobody can know of the cases any more. */
export function Unsure({ unsure }: { unsure: Replay['unsure'] }) {
  return <><p className="muted small">{words.unsureLead}</p><ul>{unsure.map(({ words: said, cases }) => <li key={said}>{words.unsureLine(said, cases)}</li>)}</ul></>;
}

/** What rules would do with one case, step by step. */
export function CaseRules({ one: { split, visits, unsure } }: { one: ReplayedCase }) {
  const ruleOf = ({ rule, reason }: NonNullable<ReplayedCase['split']>): string => words.ruled(rule === null ? null : [`${rule.name}（${words.version(rule.number)}）`, rule.note ?? ''].filter((part) => part !== '').join('，'), reason);
  const rows = [
    ...(split === null ? [] : [{ name: words.joint, dispatch: split, checks: [] }]),
    ...visits.toSorted((a, b) => a.from - b.from).filter(({ dispatch, checks }) => dispatch !== null || checks.length > 0),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{words.rulesOfCase}</h3>
      <Table columns={words.rulesColumns}>
        {rows.map(({ name, dispatch, checks }, index) => (
          <tr key={index}>
            <td>{name}</td><td>{dispatch?.target ?? words.noResult}</td>
            <td>{dispatch === null ? words.noResult : <><Tag tone={tones[dispatch.outcome]}>{words.dispatchOutcomes[dispatch.outcome]}</Tag> <span className="small">{ruleOf(dispatch)}</span></>}</td>
            <td>{checks.length === 0 ? words.noResult : checks.map((check, at) => <div key={at}><Tag tone={toneOf(check)}>{saysOf(check)}</Tag> <span className="small">{check.ruleSetName}{(check.applies || check.failed) && check.message !== '' ? `：${check.message}` : ''}</span></div>)}</td>
          </tr>
        ))}
      </Table>
      {unsure.length === 0 ? null : <><p className="muted small">{words.unsureLead}</p><ul className="small">{unsure.map((said) => <li key={said}>{said}</li>)}</ul></>}
    </section>
  );
}
