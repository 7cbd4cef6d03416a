import { useQuery } from '@tanstack/react-query';
import { createBundleDraft, getBundle, type BundleDetail } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatDate, formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { BundleStateTag, VersionStateTag } from './BundleStateTag.tsx';
import { ClaimDialog } from './ClaimDialog.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { RetireDialog } from './RetireDialog.tsx';

const words = text.detail;

/** One bundle of the catalogue: what the list says of it, who leads it, its versions, and what may be done. */
export function BundleDrawer({ bundleId, onClose }: { bundleId: string | undefined; onClose: () => void }) {
  const bundle = useQuery({ queryKey: [getBundle.id, bundleId], enabled: bundleId !== undefined, queryFn: () => api.call(getBundle, { params: { bundleId: bundleId ?? '' } }) });
  return (
    <Drawer open={bundleId !== undefined} onClose={onClose} size={560} title={bundleId === undefined ? '' : bundle.data?.bundle.name ?? ''} destroyOnHidden>
      {bundleId === undefined ? null : <QueryState query={bundle}>{(detail) => <Detail key={detail.bundle.id} detail={detail} />}</QueryState>}
    </Drawer>
  );
}

function Detail({ detail }: { detail: BundleDetail }) {
  const { bundle, abilities, versions } = detail;
  const [dialog, setDialog] = useState<'claim' | 'edit' | 'retire'>();
  const manages = useHolds('bundles.catalogue.manage');
  const close = () => setDialog(undefined);
  return (
    <div className="bundle-detail">
      <p className="bundle-detail__state"><BundleStateTag bundle={bundle} /> <span className="number faint">{bundle.code}</span></p>
      <div className="bundle-detail__actions">
        {abilities.claim ? <Button type="primary" onClick={() => setDialog('claim')}>{text.row.claim}</Button> : null}
        <NewDraft detail={detail} />
        {abilities.transfer ? <Button onClick={() => setDialog('claim')}>{words.transfer}</Button> : null}
        {manages ? <Button onClick={() => setDialog('edit')}>{words.edit}</Button> : null}
        {bundle.publishedVersionId !== null ? <Button href={links.portalBundle(bundle.id)} target="_blank">{words.portal}</Button> : null}
        {abilities.retire ? <Button danger type="text" onClick={() => setDialog('retire')}>{words.retire}</Button> : null}
      </div>
      <section>
        <h3>{words.facts}</h3>
        <Facts
          items={[
            { label: text.columns.batch, value: bundle.batch ?? text.notFilled }, { label: text.columns.audience, value: text.audiences[bundle.audience] },
            { label: words.suggested, value: bundle.leadDepartmentName ?? text.notFilled }, { label: words.cooperating, value: bundle.cooperatingDepartmentNames.join('、') || text.notFilled },
            { label: words.lead, value: bundle.lead?.name ?? words.unclaimed },
          ]}
        />
      </section>
      <section>
        <h3>{words.versions}</h3>
        {versions.length === 0 ? <p className="muted">{words.noVersions}</p> : <VersionLines versions={versions} />}
      </section>
      {dialog === 'claim' ? <ClaimDialog bundle={bundle} onClose={close} /> : null}
      {dialog === 'edit' ? <EntryDialog bundle={bundle} onClose={close} /> : null}
      {dialog === 'retire' ? <RetireDialog bundle={bundle} onClose={close} /> : null}
    </div>
  );
}

/** Versions of a bundle, the newest first. */
export function VersionLines({ versions, current }: { versions: BundleDetail['versions']; current?: string }) {
  return (
    <ul className="bundle-versions">
      {versions.map((version) => (
        <li key={version.versionId}>
          <Link to={links.bundleVersion(version.versionId)} aria-current={version.versionId === current ? 'true' : undefined}>
            <span>{words.version(version.versionNumber)} <VersionStateTag state={version.state} /></span>
            <span className="faint small">{version.publishedAt ? words.published(formatDate(version.publishedAt)) : words.saved(formatMoment(version.savedAt))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Begins a version where the reader may and none is open. */
export function NewDraft({ detail: { bundle, abilities, versions } }: { detail: BundleDetail }) {
  const create = useAction(createBundleDraft);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const open = versions.find(({ state }) => state === 'draft' || state === 'in-review');
  if (open) return <Button type="primary" onClick={() => void navigate(links.bundleVersion(open.versionId))}>{text.row.open}</Button>;
  if (!abilities.edit) return null;
  const begin = () => {
    void create.run({ params: { bundleId: bundle.id } }, ({ versionId }) => {
      void message.success(words.drafted);
      refresh();
      if (versionId) void navigate(links.bundleVersion(versionId));
    });
  };
  return (
    <>
      <Button type="primary" loading={create.busy} onClick={begin}>{versions.length === 0 ? words.configure : words.newDraft}</Button>
      <ProblemAlert problem={create.problem} onRefresh={refresh} />
    </>
  );
}
