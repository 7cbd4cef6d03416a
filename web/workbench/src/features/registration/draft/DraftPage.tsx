import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getDraft, listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { Navigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { PageState } from '../../../shared/page/PageState.tsx';
import { BundleSubmitted } from '../bundle/BundleSubmitted.tsx';
import { DraftDesk } from './DraftDesk.tsx';
import '../registration.css';

/** A registration being filled in for the person at the counter. */
export function DraftPage() {
  const { draftId = '' } = useParams();
  const client = useQueryClient();
  const draft = useQuery({
    queryKey: [getDraft.id, draftId],
    queryFn: () => api.call(getDraft, { params: { draftId } }),
    // The desk owns the content once it has it.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <PageState query={draft} lines={12}>
      {(data) =>
        data.caseId ? (
          data.bundle ? <BundleSubmitted caseId={data.caseId} /> : <Navigate replace to={links.registrationReceipt(data.caseId)} />
        ) : (
          <DraftDesk
            key={data.id}
            draft={data}
            onListed={() => {
              void client.invalidateQueries({ queryKey: [listDrafts.id] });
            }}
          />
        )
      }
    </PageState>
  );
}
