import { useParams } from 'react-router';
import { PageState } from '../../shared/page/PageState.tsx';
import { useCase, useGuide } from './case-data.ts';
import { CaseDesk } from './CaseDesk.tsx';
import './case.css';

/** One case: everything of it, and what the reader may do now. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useCase(caseId);
  const guide = useGuide(query.data?.itemVersionId);
  return <PageState query={query} lines={12}>{(view) => <CaseDesk key={view.id} view={view} guide={guide} />}</PageState>;
}
