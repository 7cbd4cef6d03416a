import { useQuery } from '@tanstack/react-query';
import { Card, EmptyState } from '@tongban/ui';
import { FilePen } from 'lucide-react';
import { listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.drafts;

export function DraftsPart() {
  const drafts = useQuery({ queryKey: ['intake.list-drafts'], queryFn: () => api.call(listDrafts, {}), staleTime: 0 });
  return (
    <SpacePart title={text.parts.drafts}>
      <Card>
        <Answer query={drafts}>
          {(data) => (data.items.length === 0
            ? <EmptyState icon={<FilePen size={48} aria-hidden="true" />} title={t.empty}>{t.emptyDetail}</EmptyState>
            : (
              <ul className="space-list">
                {data.items.map((draft) => (
                  <li key={draft.id} className="space-row">
                    <div className="space-row__main">
                      <p className="space-row__title">{draft.itemName}</p>
                      <p className="muted">{draft.situationName}</p>
                      <p className="muted">{t.applicant(draft.applicantName)}，{t.savedAt(formatDateTime(draft.updatedAt))}</p>
                    </div>
                    <ButtonLink variant="primary" to={links.draft(draft.id)} aria-label={`${t.resume}：${draft.itemName}`}>{t.resume}</ButtonLink>
                  </li>
                ))}
              </ul>
            ))}
        </Answer>
      </Card>
    </SpacePart>
  );
}
