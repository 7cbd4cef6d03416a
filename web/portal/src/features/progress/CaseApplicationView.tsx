import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { downloadCaseFile, getCaseApplication } from '@tongban/server/src/modules/cases/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { definitionOf } from '../../shared/form/definition.ts';
import { ShownForm } from '../../shared/form/ShownForm.tsx';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { text } from './text.ts';

type Application = Pick<ResponseOf<typeof getCaseApplication>, 'definition' | 'parameters' | 'answers' | 'at' | 'postalAddress' | 'masked'>;

function Sheet({ caseId, number, application }: { caseId: string; number: string; application: Application }) {
  const definition = definitionOf(application.definition);
  const environment = useFormEnvironment({
    definition, answers: application.answers, parameters: application.parameters, filedAt: application.at, masked: application.masked,
    fileUrl: (fileId) => plainApi.url(downloadCaseFile, { params: { caseId, fileId } }),
  });
  const { postalAddress } = application;
  return (
    <>
      {postalAddress !== null && <p>{text.case.postTo(postalAddress.recipient, postalAddress.mobile, postalAddress.address)}</p>}
      <ShownForm definition={definition} answers={application.answers} environment={environment} reference={number} />
    </>
  );
}

/** The application as it was handed in, like the paper form. */
export function CaseApplicationView({ caseId, number }: { caseId: string; number: string }) {
  const found = useQuery({ queryKey: ['cases.get-application', caseId], queryFn: () => api.call(getCaseApplication, { params: { caseId }, query: {} }) });
  return <Answer query={found}>{(application) => <Sheet caseId={caseId} number={number} application={application} />}</Answer>;
}
