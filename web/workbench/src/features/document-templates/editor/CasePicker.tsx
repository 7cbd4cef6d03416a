import { useQuery } from '@tanstack/react-query';
import { listPreviewCases } from '@tongban/server/src/modules/cases/contract.ts';
import type { TemplateScope } from '@tongban/server/src/modules/templates/contract.ts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';

const words = text.preview;

interface CasePickerProps {
  kind: string;
  itemId: string | null;
  applicantKind: TemplateScope['applicantKind'];
  caseId: string | undefined;
  onChoose: (caseId: string | undefined) => void;
  beside?: ReactNode;
}

/** With what a template is looked at: invented content, or one of the latest cases it would be for. */
export function CasePicker({ kind, itemId, applicantKind, caseId, onChoose, beside }: CasePickerProps) {
  const mayUseCases = useHolds('cases.notice.preview');
  const who = applicantKind === 'person' || applicantKind === 'company' ? applicantKind : undefined;
  const cases = useQuery({
    queryKey: [listPreviewCases.id, kind, itemId, who], enabled: mayUseCases,
    queryFn: () => api.call(listPreviewCases, { query: { kind, ...(itemId === null ? {} : { itemId }), ...(who === undefined ? {} : { applicantKind: who }) } }),
  });
  if (!mayUseCases) return null;
  return (
    <div className="template-preview__bar">
      <Select
        aria-label={words.with} value={caseId ?? ''} style={{ flex: 1, minWidth: 0 }} popupMatchSelectWidth={false}
        options={[{ value: '', label: words.sample }, ...(cases.data?.items ?? []).map(({ id, number, applicantName, hasNotice }) => ({ value: id, label: `${words.case(number, applicantName)}${hasNotice ? `　${words.own}` : ''}` }))]}
        onChange={(next: string) => onChoose(next === '' ? undefined : next)}
      />
      {beside}
    </div>
  );
}
