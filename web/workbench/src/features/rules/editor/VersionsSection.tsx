import { useQuery } from '@tanstack/react-query';
import { getVersion, type RuleSetDetail, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { Input } from 'antd';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { CompareWith, VersionTable } from '../../../shared/versions/VersionTable.tsx';
import type { RuleDraft } from '../model/draft.ts';
import { text } from '../text.ts';
import { CompareView } from './CompareView.tsx';
import { StartButton } from './StartButton.tsx';

const words = text.versions;

interface VersionsSectionProps { version: RuleVersion; draft: RuleDraft; detail: RuleSetDetail; disabled: boolean; change: (draft: RuleDraft, part: string) => void }

/** Every version with who published it and when, and what differs between this one and another. */
export function VersionsSection({ version, draft, detail, disabled, change }: VersionsSectionProps) {
  return (
    <div className="rule-section">
      {disabled ? null : (
        <div className="rule-form is-inside">
          <label htmlFor="rule-note">{words.note}</label>
          <Input.TextArea id="rule-note" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} value={draft.note} placeholder={words.noteHelp} onChange={({ target }) => change({ ...draft, note: target.value }, 'note')} />
        </div>
      )}
      <VersionTable versions={detail.versions} current={version.id} linkOf={({ id }) => links.ruleVersion(id)} actionOf={({ id }) => (detail.abilities.draft ? <StartButton ruleSetId={detail.id} from={id} link /> : null)} />
      <CompareWith versions={detail.versions} version={version} publishedId={detail.published?.versionId}>{(other) => <Compared version={version} draft={draft} otherId={other.id} otherNumber={other.number} />}</CompareWith>
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
