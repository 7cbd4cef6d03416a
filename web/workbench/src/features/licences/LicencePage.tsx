import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { downloadLicence, getLicence, listLicences, type LicenceView } from '@tongban/server/src/modules/licences/contract.ts';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { FileViewer } from '../../shared/files/FileViewer.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { CopyText } from '../../shared/CopyText.tsx';
import { LicenceStateTag, validUntil } from './licence-state.tsx';
import { RevokeDialog, revocations, type Revocation } from './RevokeDialog.tsx';
import { text } from './text.ts';
import './licences.css';

/** One licence: its signed document, face, versions and code, and how to take it out of force. */
export function LicencePage() {
  const { licenceId = '' } = useParams();
  const query = useQuery({ queryKey: [getLicence.id, licenceId], queryFn: ({ signal }) => api.call(getLicence, { params: { licenceId } }, { signal }) });
  return <PageState query={query} lines={10}>{(licence) => <LicenceDesk key={licence.id} licence={licence} />}</PageState>;
}

function LicenceDesk({ licence }: { licence: LicenceView }) {
  const client = useQueryClient();
  const [revoking, setRevoking] = useState<Revocation>();
  const refresh = () => {
    setRevoking(undefined);
    void client.invalidateQueries({ queryKey: [getLicence.id] });
    void client.invalidateQueries({ queryKey: [listLicences.id] });
  };
  return (
    <Page
      fill title={licence.typeName} aside={<><span className="number">{licence.number}</span> <LicenceStateTag state={licence.state} /></>}
      actions={(
        <>
          {licence.abilities.revoke ? (
            <Dropdown
              trigger={['click']}
              menu={{ items: revocations.map((kind) => ({ key: kind, label: text.revoke.titles[kind], danger: kind !== 'suspended', onClick: () => setRevoking(kind) })) }}
            >
              <Button danger>{revocations.map((kind) => text.revoke[kind]).join('／')}</Button>
            </Dropdown>
          ) : null}
          {licence.abilities.download ? (
            <Button icon={<DownloadOutlined />} href={api.url(downloadLicence, { params: { licenceId: licence.id } })} download={`${licence.number}.pdf`}>{text.download}</Button>
          ) : null}
        </>
      )}
    >
      <div className="licence">
        <div className="frame licence__document" aria-label={text.preview}>
          {licence.abilities.download ? (
            <FileViewer
              fileKey={`licence ${licence.id} ${licence.state}`} name={text.preview} load={async () => await api.download(downloadLicence, { params: { licenceId: licence.id } })}
            />
          ) : <div className="list-empty"><Empty title={text.noPreview[0] ?? ''}>{text.noPreview[1]}</Empty></div>}
        </div>
        <div className="licence__aside">
          <LicenceFacts licence={licence} />
          <Code licence={licence} />
          <Versions licence={licence} />
        </div>
      </div>
      <RevokeDialog licence={licence} kind={revoking} onClose={() => setRevoking(undefined)} onDone={refresh} />
    </Page>
  );
}

function LicenceFacts({ licence }: { licence: LicenceView }) {
  const readsCases = useHolds('cases.case.view');
  const { facts } = text;
  // Why it is not in force is what somebody opens an ended licence for.
  const reason = licence.versions.find(({ id }) => id === licence.id)?.reason;
  return (
    <Panel title={text.face}>
      <Facts items={[
        ...(reason ? [{ label: facts.reason, value: reason }] : []),
        ...licence.face,
        ...(licence.face.some(({ label }) => label.startsWith(facts.valid)) ? [] : [{ label: facts.valid, value: text.period(formatDate(licence.validFrom), validUntil(licence.validTo)) }]),
        { label: facts.signedBy, value: licence.signedBy },
        { label: facts.identifier, value: <CopyText value={licence.identifier} /> },
        ...(licence.caseId && readsCases ? [{ label: facts.case, value: <Link to={links.case(licence.caseId)}>{text.toCase}</Link> }] : []),
      ].filter((fact, index, all) => all.findIndex(({ label }) => label === fact.label) === index)}
      />
    </Panel>
  );
}

function Code({ licence }: { licence: LicenceView }) {
  return (
    <Panel title={text.code} extra={<a href={licence.verifyUrl} target="_blank" rel="noreferrer">{text.toVerify}</a>}>
      <div className="licence__code">
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(licence.qrSvg)}`} alt={text.code} />
        <p className="muted small">{text.verifyHint}</p>
      </div>
    </Panel>
  );
}

function Versions({ licence }: { licence: LicenceView }) {
  return (
    <Panel title={text.versions}>
      <ol className="licence__versions">
        {licence.versions.map((version) => (
          <li key={version.id}>
            {version.id === licence.id ? <strong>{text.versionNumber(version.version)}</strong> : <Link to={links.licence(version.id)}>{text.versionNumber(version.version)}</Link>}
            <LicenceStateTag state={version.state} />
            <span className="muted small number">{formatDate(version.issuedOn)}</span>
            {version.reason ? <p className="small">{version.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
