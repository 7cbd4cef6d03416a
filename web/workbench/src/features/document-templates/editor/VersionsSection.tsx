import { useQuery } from '@tanstack/react-query';
import { getVersion, type TemplateDetail, type TemplateVersion, type TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { Select } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatDateTime, formatMoment } from '../../../shared/format/dates.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { TemplateStateTag } from '../list/TemplateStateTag.tsx';
import type { TemplateDraft } from '../model/template-keeper.ts';
import { text } from '../text.ts';
import { CompareView } from './CompareView.tsx';
import { NewDraftButton } from './NewDraftButton.tsx';

const words = text.versions;

interface VersionsSectionProps { version: TemplateVersion; draft: TemplateDraft; detail: TemplateDetail; vocabulary: TemplateVocabulary }

/** Every version with who published it and what was made with it, and what differs between this one and another. */
export function VersionsSection({ version, draft, detail, vocabulary }: VersionsSectionProps) {
  const [filters, setFilters] = useFilters(['with', 'view']);
  const others = detail.versions.filter(({ id }) => id !== version.id);
  const other = others.find(({ id }) => id === filters.with) ?? others.find(({ id }) => id === detail.published?.versionId) ?? others[0];
  return (
    <div className="template-versions">
      <div className="template-scroll">
        <table className="template-table">
          <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
          <tbody>
            {detail.versions.map((one) => (
              <tr key={one.id} aria-current={one.id === version.id ? 'true' : undefined}>
                <td className="nowrap"><Link to={links.documentTemplateVersion(one.id)}>{text.list.version(one.number)}</Link>{one.id === version.id ? <span className="faint small">{words.this}</span> : null}</td>
                <td><TemplateStateTag state={one.state} label={one.stateLabel} /></td>
                <td className="small">{words.changed(formatMoment(one.updatedAt), one.updatedByName)}</td>
                <td className="small">{one.publishedAt ? words.published(formatDateTime(one.publishedAt), one.publishedByName ?? '') : ''}</td>
                <td className="small">{one.state === 'draft' ? '' : words.documents(one.documents)}</td>
                <td className="small">{one.note}</td>
                <td className="nowrap">{detail.abilities.draft ? <NewDraftButton templateId={detail.id} from={one.id} link /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {other === undefined ? <p className="muted">{words.only}</p> : (
        <>
          <div className="block-row">
            <label htmlFor="template-compare">{words.compare(version.number)}</label>
            <Select id="template-compare" value={other.id} style={{ width: 220 }} options={others.map((one) => ({ value: one.id, label: words.option(one.number, one.stateLabel) }))} onChange={(next) => setFilters({ with: next })} />
          </div>
          <Compared version={version} draft={draft} otherId={other.id} otherNumber={other.number} vocabulary={vocabulary} />
        </>
      )}
    </div>
  );
}

/** The older of the two stands before. */
function Compared({ version, draft, otherId, otherNumber, vocabulary }: { version: TemplateVersion; draft: TemplateDraft; otherId: string; otherNumber: number; vocabulary: TemplateVocabulary }) {
  const other = useQuery({ queryKey: [getVersion.id, 'other', otherId], queryFn: () => api.call(getVersion, { params: { versionId: otherId } }) });
  return (
    <QueryState query={other}>
      {(found) => (otherNumber < version.number ? <CompareView before={found.content} after={draft.content} vocabulary={vocabulary} /> : <CompareView before={draft.content} after={found.content} vocabulary={vocabulary} />)}
    </QueryState>
  );
}
