import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { verifyLicenceCode } from '@tongban/server/src/modules/licences/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import { VerdictView } from './VerdictView.tsx';
import './verify.css';

/** The page a scanned QR code opens. */
export function VerdictPage() {
  const { code = '' } = useParams();
  const result = useQuery({
    queryKey: ['licences.verify-code', code], queryFn: () => plainApi.call(verifyLicenceCode, { params: { code } }),
    // A revoked licence must be seen at once.
    staleTime: 0, gcTime: 0,
  });
  return (
    <Page title={text.resultTitle} trail={[{ to: links.verify(), label: text.title }]} narrow>
      <div className="stack">
        <Answer query={result} lines={6}>{(data) => <VerdictView result={data} />}</Answer>
        <div><ButtonLink to={links.verify()}>{text.again}</ButtonLink></div>
      </div>
    </Page>
  );
}
