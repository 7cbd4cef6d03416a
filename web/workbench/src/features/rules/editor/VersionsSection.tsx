import { useQuery } from '@tanstack/react-query';
import { getVersion, type RuleSetDetail, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { Input, Select } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatDateTime, formatMoment } from '../../../shared/format/dates.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { VersionStateTag } from '../list/VersionStateTag.tsx';
import type { RuleDraft } from '../model/draft.ts';
import { text } from '../text.ts';
import { CompareView } from './CompareView.tsx';
import { NewDraftButton } from './NewDraftButton.tsx';

const words = text.versions;

interface VersionsSectionProps { version: RuleVersion; draft: RuleDraft; detail: RuleSetDetail; disabled: boolean; change: (draft: RuleDraft, part: string) => void }

/** Every version with who published it and when, and what differs between this one and another. */
export function VersionsSection({ version, draft, detail, disabled, change }: VersionsSectionProps) {
  const [filters, setFilters] = useFilters(['with']);
  const others = detail.versions.filter(({ id }) => id !== version.id);
  const other = others.find(({ id }) => id === filters.with) ?? others.find(({ id }) => id === detail.published?.versionId) ?? others[0];
  return (
    <div className="rule-section">
      {disabled ? null : (
        <div className="rule-form is-inside">
          <label htmlFor="rule-note">{words.note}</label>
          <Input.TextArea id="rule-note" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} value={draft.note} placeholder={words.noteHelp} onChange={({ target }) => change({ ...draft, note: target.value }, 'note')} />
        </div>
      )}
      <div className="rule-scroll">
        <table className="rule-table">
          <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
          <tbody>
            {detail.versions.map((one) => (
              <tr key={one.id} aria-current={one.id === version.id ? 'true' : undefined}>
                <td className="nowrap"><Link to={links.ruleVersion(one.id)}>{words.number(one.number)}</Link>{one.id === version.id ? <span className="faint small">　{words.this}</span> : null}</td>
                <td><VersionStateTag state={one.state} label={one.stateLabel} /></td>
                <td className="small">{words.changed(formatMoment(one.updatedAt), one.updatedByName)}</td>
                <td className="small">{one.publishedAt ? words.published(formatDateTime(one.publishedAt), one.publishedByName ?? '') : ''}</td>
                <td className="small">{one.note}</td>
                <td className="nowrap">{detail.abilities.draft ? <NewDraftButton ruleSetId={detail.id} from={one.id} link /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {other === undefined ? <p className="muted">{words.only}</p> : (
        <>
          <div className="rule-tools is-plain">
            <label htmlFor="rule-compare">{words.compare(version.number)}</label>
            <Select id="rule-compare" value={other.id} style={{ width: 220 }} options={others.map((one) => ({ value: one.id, label: text.dryRun.version(one.number, one.stateLabel) }))} onChange={(next) => setFilters({ with: next })} />
          </div>
          <Compared version={version} draft={draft} otherId={other.id} otherNumber={other.number} />
        </>
      )}
    </div>
  );
}

/** The older of the two stands before. */
function Compared({ version, draft, otherId, otherNumber }: { version: RuleVersion; draft: RuleDraft; otherId: string; otherNumber: number }) {
  const other = useQuery({ queryKey: [getVersion.id, 'other', otherId], queryFn: () => api.call(getVersion, { params: { versionId: otherId } }) });
  return (
    <QueryState query={other}>
      {(found) => (otherNumber < version.number ? <CompareView before={found} after={draft} /> : <CompareView before={draft} after={found} />)}
    </QueryState>
  );
}
