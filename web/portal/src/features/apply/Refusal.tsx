import type { Problem } from '@tongban/contract-kit';
import { Button, Notice } from '@tongban/ui';
import { isMaterialIssue } from './refused-issues.ts';
import { text } from './text.ts';

/** Why the server did not take the application, each point in words, with the way to mend it. */
export function Refusal({ problem, onEdit }: { problem: Problem; onEdit: (step: 'form' | 'materials') => void }) {
  const issues = problem.issues ?? [];
  return (
    <Notice
      tone="danger" live title={problem.title}
      actions={issues.length === 0 ? undefined : (
        <>
          {issues.some((issue) => !isMaterialIssue(issue)) && <Button onClick={() => onEdit('form')}>{text.review.toForm}</Button>}
          {issues.some(isMaterialIssue) && <Button onClick={() => onEdit('materials')}>{text.review.toMaterials}</Button>}
        </>
      )}
    >
      {problem.detail && <p>{problem.detail}</p>}
      {issues.length > 0 && <ul>{issues.map((issue) => <li key={issue.path + issue.code}>{issue.message}</li>)}</ul>}
    </Notice>
  );
}
