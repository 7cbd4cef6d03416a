import { useQuery } from '@tanstack/react-query';
import { Badge, Card, DescriptionList, Timeline } from '@tongban/ui';
import { Download, ShieldCheck } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { downloadLicence, getLicence, licenceStateLabels, type LicenceView } from '@tongban/server/src/modules/licences/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { links } from '../../shared/links.ts';
import { toneOfLicence } from './LicencesPart.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.licences;

/** An address on this site as a path, whatever origin the server knows itself by. */
function localPath(address: string): string {
  try {
    return new URL(address, window.location.origin).pathname;
  } catch {
    return links.verify();
  }
}

function Licence({ licence }: { licence: LicenceView }) {
  return (
    <div className="columns">
      <div className="stack">
        <Card title={t.face} aside={<Badge tone={toneOfLicence(licence.state)}>{licenceStateLabels[licence.state]}</Badge>}>
          <DescriptionList entries={[
            ...licence.face.map((line) => ({ term: line.label, value: line.value })),
            { term: t.identifier, value: <span className="identifier">{licence.identifier}</span> },
            { term: t.issuer, value: licence.issuerName },
            { term: t.signedBy, value: licence.signedBy },
          ]} />
          {licence.caseId && <p><Link to={links.case(licence.caseId)}>{t.case}</Link></p>}
        </Card>
        {licence.versions.length > 1 && (
          <Card title={t.versions}>
            <Timeline entries={licence.versions.map((version) => ({
              key: version.id, title: t.version(version.version), time: formatDate(version.issuedOn),
              detail: <p className="muted">{licenceStateLabels[version.state]}{version.reason && `：${version.reason}`}</p>,
            }))} />
          </Card>
        )}
      </div>
      <Card title={t.show} compact>
        <div className="licence-show">
          <img className="licence-show__qr" src={`data:image/svg+xml,${encodeURIComponent(licence.qrSvg)}`} alt={t.qrAlt} width={240} height={240} />
          <p>{t.showLead}</p>
          {licence.abilities.download && (
            <a className="tb-button tb-button--primary tb-button--block" href={plainApi.url(downloadLicence, { params: { licenceId: licence.id } })} target="_blank" rel="noopener">
              <Download size={20} aria-hidden="true" />{t.download}
            </a>
          )}
          <Link className="tb-button tb-button--secondary tb-button--block" to={localPath(licence.verifyUrl)}><ShieldCheck size={20} aria-hidden="true" />{t.verify}</Link>
        </div>
      </Card>
    </div>
  );
}

/** One licence: to show, to download, to check. */
export function LicencePart() {
  const { licenceId = '' } = useParams();
  const found = useQuery({ queryKey: ['licences.get-licence', licenceId], queryFn: () => api.call(getLicence, { params: { licenceId } }) });
  return (
    <SpacePart title={found.data?.typeName ?? text.parts.licences} lead={found.data && `${found.data.holderName}，${t.number} ${found.data.number}`}>
      <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>{(licence) => <Licence licence={licence} />}</Answer>
    </SpacePart>
  );
}
