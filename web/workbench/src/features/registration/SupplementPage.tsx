import { useQuery } from '@tanstack/react-query';
import { getPublishedVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { getCase, getCaseApplication } from '@tongban/server/src/modules/cases/contract.ts';
import { Link, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { Page } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { SupplementDesk } from './draft/SupplementDesk.tsx';
import { text } from './text.ts';
import './registration.css';

/** The answer to a supplement notice, taken at the counter by the clerk who filed the case. */
export function SupplementPage() {
  const { caseId = '' } = useParams();
  const view = useQuery({ queryKey: [getCase.id, caseId], queryFn: () => api.call(getCase, { params: { caseId } }) });
  const versionId = view.data?.itemVersionId;
  const guide = useQuery({
    queryKey: [getPublishedVersion.id, versionId],
    enabled: versionId !== undefined,
    staleTime: Infinity,
    queryFn: () => api.call(getPublishedVersion, { params: { versionId: versionId ?? '' } }),
  });
  const application = useQuery({
    queryKey: [getCaseApplication.id, caseId, text.supplement.title],
    // Nobody's full data is read, nor a reading recorded, for a case that asks for nothing.
    enabled: view.data?.abilities.supplement === true && view.data.supplement !== null,
    // Whoever corrects the form for the applicant works on what was filed, not on masked text; the reading is recorded.
    queryFn: () => api.call(getCaseApplication, { params: { caseId }, query: { purpose: text.supplement.title } }),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  return (
    <PageState query={view}>
      {(data) =>
        !data.abilities.supplement || !data.supplement ? (
          <Page title={text.supplement.title} aside={data.number}>
            <div className="list-empty">
              <Empty title={text.supplement.none} action={<Link to={links.case(data.id)}>{text.receipt.open}</Link>}>{text.supplement.noneDetail}</Empty>
            </div>
          </Page>
        ) : (
          <QueryState query={guide}>
            {(version) => <QueryState query={application}>{(form) => <SupplementDesk view={data} guide={version} application={form} />}</QueryState>}
          </QueryState>
        )
      }
    </PageState>
  );
}
