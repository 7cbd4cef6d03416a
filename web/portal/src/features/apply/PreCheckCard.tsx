import { useQuery } from '@tanstack/react-query';
import { Button, Disclosure, Notice } from '@tongban/ui';
import { preCheckDraft } from '@tongban/server/src/modules/decisioning/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import type { DraftHandle } from './draft/useDraft.ts';
import { isMaterialIssue } from './refused-issues.ts';
import { text } from './text.ts';

const t = text.preCheck;
const tones = { smooth: 'success', person: 'info', problems: 'warning' } as const;

/** How the application would go, before it is submitted: what to mend, or that it is decided at once. It keeps nobody from going on. */
export function PreCheckCard({ draft, handle, onEdit }: { draft: Draft; handle: DraftHandle; onEdit: (step: 'form' | 'materials') => void }) {
  const checked = useQuery({
    queryKey: ['decisioning.pre-check', draft.id], gcTime: 0, staleTime: 0,
    queryFn: async () => {
      await handle.flush();
      return api.call(preCheckDraft, { params: { draftId: draft.id } });
    },
  });
  const result = checked.data;
  // Advice that cannot be had holds nobody up.
  if (!result?.available) return null;
  const { verdict, problems, explanation } = result;
  return (
    <Notice
      tone={tones[verdict]} live title={t.titles[verdict]}
      actions={problems.length === 0 ? undefined : (
        <>
          {problems.some((issue) => !isMaterialIssue(issue)) && <Button onClick={() => onEdit('form')}>{text.review.toForm}</Button>}
          {problems.some(isMaterialIssue) && <Button onClick={() => onEdit('materials')}>{text.review.toMaterials}</Button>}
        </>
      )}
    >
      {problems.length > 0 && <ul>{problems.map((issue) => <li key={issue.path + issue.message}>{issue.message}</li>)}</ul>}
      <p>{t.leads[verdict]}</p>
      {explanation.length > 0 && (
        <Disclosure title={t.why}>
          <ul>{explanation.map(({ label, summary }) => <li key={label}>{summary}</li>)}</ul>
        </Disclosure>
      )}
    </Notice>
  );
}
