import { useQuery } from '@tanstack/react-query';
import { countedMessages, getVersion, type TemplateDetail, type TemplateVersion, type TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { CompareWith, VersionTable } from '../../../shared/versions/VersionTable.tsx';
import type { TemplateDraft } from '../model/template-keeper.ts';
import { text } from '../text.ts';
import { CompareView } from './CompareView.tsx';
import { StartButton } from './StartButton.tsx';

const words = text.versions;

interface VersionsSectionProps { version: TemplateVersion; draft: TemplateDraft; detail: TemplateDetail; vocabulary: TemplateVocabulary }

/** Every version with who published it and what was made with it, and what differs between this one and another. */
export function VersionsSection({ version, draft, detail, vocabulary }: VersionsSectionProps) {
  const uses = { title: words.uses[version.family], of: (one: TemplateDetail['versions'][number]) => (one.state === 'draft' ? '' : words.count(one.uses, one.uses >= countedMessages)) };
  return (
    <div className="template-versions">
      <VersionTable
        versions={detail.versions} current={version.id} linkOf={({ id }) => links.documentTemplateVersion(id)} extra={uses}
        actionOf={({ id }) => (detail.abilities.draft ? <StartButton templateId={detail.id} from={id} link /> : null)}
      />
      <CompareWith versions={detail.versions} version={version} publishedId={detail.published?.versionId}>
        {(other) => <Compared version={version} draft={draft} otherId={other.id} otherNumber={other.number} vocabulary={vocabulary} />}
      </CompareWith>
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
