import { dryRunVersion, type DryRun, type RuleSetDetail } from '@tongban/server/src/kernel/rules/contract.ts';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { links } from '../../../shared/links.ts';
import { useOpenableCases } from '../../../shared/openable-cases.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import type { RuleKeeper } from '../model/rule-keeper.ts';
import { text } from '../text.ts';
import type { SectionProps } from './section.ts';

const words = text.dryRun;

interface DryRunSectionProps extends Pick<SectionProps, 'version' | 'judgement'> { keeper: RuleKeeper; detail: RuleSetDetail }

/** Runs this version over what was really decided, beside the version in force, and tells where it would come out otherwise. */
export function DryRunSection({ version, judgement, keeper, detail }: DryRunSectionProps) {
  const others = detail.versions.filter(({ id }) => id !== version.id);
  const [against, setAgainst] = useState(detail.published !== null && detail.published.versionId !== version.id ? detail.published.versionId : others[0]?.id);
  const [limit, setLimit] = useState(200);
  const [found, setFound] = useState<DryRun>();
  const action = useAction(dryRunVersion);
  if (others.length === 0 || against === undefined) return <div className="rule-section"><Empty title={words.alone[0] ?? ''}>{words.alone[1]}</Empty></div>;
  const run = async () => {
    const revision = keeper.state === 'closed' ? version.revision : await keeper.flush();
    if (revision !== undefined) await action.run({ params: { versionId: version.id }, body: { againstVersionId: against, limit } }, setFound);
  };
  return (
    <div className="rule-section">
      <p className="muted">{words.lead}</p>
      <div className="rule-tools is-plain">
        <label htmlFor="dry-run-against">{words.against}</label>
        <Select id="dry-run-against" value={against} style={{ width: 220 }} options={others.map((one) => ({ value: one.id, label: words.version(one.number, one.stateLabel) }))} onChange={setAgainst} />
        <label htmlFor="dry-run-limit">{words.limit}</label>
        <Select id="dry-run-limit" value={limit} style={{ width: 130 }} options={[200, 500, 1_000].map((value) => ({ value, label: words.latest(value) }))} onChange={setLimit} />
        <Button type="primary" loading={action.busy} onClick={() => { void run(); }}>{words.run}</Button>
      </div>
      {judgement.compiled === undefined ? <Alert type="warning" showIcon title={words.broken} /> : null}
      <ProblemAlert problem={action.problem} onClose={action.clear} />
      {found ? <Result found={found} /> : null}
    </div>
  );
}

function Result({ found }: { found: DryRun }) {
  const ofCases = found.changes.filter(({ subjectType }) => subjectType === 'case');
  const openable = useOpenableCases(ofCases.map(({ subjectId }) => subjectId));
  if (found.recorded === 0) return <Empty title={words.none[0] ?? ''}>{words.none[1]}</Empty>;
  return (
    <>
      <p role="status"><b>{words.summary(found.total, found.same, found.changed)}</b>{found.changed > 0 ? words.turns(found.nowFailing, found.nowDecided) : null}</p>
      {found.recorded > found.total ? <p className="muted small">{found.complete ? words.leftOut(found.recorded, found.total) : words.tooLong(found.recorded, found.total)}</p> : null}
      {found.changed > found.changes.length ? <p className="muted small">{words.listed(found.changes.length)}</p> : null}
      {openable !== undefined && ofCases.some(({ subjectId }) => !openable.has(subjectId)) ? <p className="muted small">{words.notOpenable}</p> : null}
      {found.changes.length === 0 ? null : (
        <div className="rule-scroll">
          <table className="rule-table">
            <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            <tbody>
              {found.changes.map((one, index) => (
                <tr key={index}>
                  <td className="number small"><Subject change={one} openable={openable} /></td>
                  <td className="number small">{formatDateTime(one.at)}</td>
                  <td>{one.decisions.map(({ decision, before, after }) => <p key={decision}><b>{decision}</b>　<del>{before}</del> → <ins>{after}</ins></p>)}</td>
                  <td className="small">{one.summary}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** What was judged, as a link for those who may open it. */
function Subject({ change: { subjectType, subjectId, subjectLabel }, openable }: { change: DryRun['changes'][number]; openable: ReadonlySet<string> | undefined }) {
  if (subjectType !== 'case') return words.subject(subjectType, subjectLabel ?? subjectId);
  const label = subjectLabel ?? words.unnumbered;
  return openable?.has(subjectId) === true ? <Link to={links.case(subjectId)}>{label}</Link> : label;
}
