import { useQuery } from '@tanstack/react-query';
import { getBundleOfCase } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { Navigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { PageState } from '../../../shared/page/PageState.tsx';

/** From a draft of a bundle that was handed in, by the first of its cases, to its receipts. */
export function BundleSubmitted({ caseId }: { caseId: string }) {
  const query = useQuery({ queryKey: [getBundleOfCase.id, caseId], queryFn: () => api.call(getBundleOfCase, { params: { caseId } }) });
  return <PageState query={query}>{({ application }) => <Navigate replace to={application ? links.registrationBundleReceipt(application.id) : links.registrationReceipt(caseId)} />}</PageState>;
}
