import { useQuery } from '@tanstack/react-query';
import { getTemplate } from '@tongban/server/src/modules/templates/contract.ts';
import { Navigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { PageState } from '../../../shared/page/PageState.tsx';

/** Leads to the version of a template that is worked on, is in force, or was the last one. */
export function TemplatePage() {
  const { templateId = '' } = useParams();
  const found = useQuery({ queryKey: [getTemplate.id, templateId], queryFn: () => api.call(getTemplate, { params: { templateId } }) });
  return <PageState query={found}>{({ draft, published, versions }) => <Navigate replace to={links.documentTemplateVersion((draft ?? published)?.versionId ?? versions[0]?.id ?? '')} />}</PageState>;
}
