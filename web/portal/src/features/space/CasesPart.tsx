import { useQuery } from '@tanstack/react-query';
import { Badge, Card, Notice, Tabs } from '@tongban/ui';
import { FolderOpen } from 'lucide-react';
import { Link } from 'react-router';
import { listMyBundleApplications, type BundleApplicationLine } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { caseStatusLabels, listMyCases, type CaseSummary } from '@tongban/server/src/modules/cases/contract.ts';
import { api } from '../../shared/api.ts';
import { toneOfCase } from '../../shared/cases/case-tone.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { useSession } from '../../shared/session/session.ts';
import { SwitchButtons, useOtherIdentities } from '../../shared/session/SwitchIdentity.tsx';
import { PagedList } from './PagedList.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.cases;

/** One case of a list: what, where it stands, by when, and what I can do about it. */
export function CaseRow({ one }: { one: CaseSummary }) {
  const late = one.level === 'yellow' || one.level === 'red';
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title">
          <Link to={links.case(one.id)}>{one.itemName}</Link>
          <Badge tone={toneOfCase(one)}>{caseStatusLabels[one.status]}</Badge>
          {late && !one.closedAt && <Badge tone="danger">{t.late}</Badge>}
          {one.level === 'warning' && !one.closedAt && <Badge tone="warning">{t.soon}</Badge>}
        </p>
        <p className="muted">{t.number} {one.number}</p>
        <p className="muted">
          {one.organizationName}，{t.submittedAt} {formatDate(one.submittedAt)}
          {one.promisedDueOn && !one.closedAt && `，${t.due(formatDate(one.promisedDueOn))}`}
          {one.filerName && `，${t.filedBy(one.filerName)}`}
        </p>
      </div>
      {one.status === 'supplementing' && <ButtonLink variant="primary" to={links.supplement(one.id)}>{t.supplement}</ButtonLink>}
      {one.rateable && <ButtonLink to={links.rate(one.id)}>{t.rate}</ButtonLink>}
    </li>
  );
}

function CaseList({ group }: { group: 'open' | 'closed' | 'all' }) {
  return (
    <PagedList
      queryKey={['cases.list-my-cases', group]} unit={t.unit} load={(page) => api.call(listMyCases, { query: { ...page, group } })}
      empty={{ icon: <FolderOpen size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail, action: <ButtonLink to={links.search()}>{t.find}</ButtonLink> }}
    >
      {(items) => <ul className="space-list">{items.map((one) => <CaseRow key={one.id} one={one} />)}</ul>}
    </PagedList>
  );
}

function BundleRow({ one }: { one: BundleApplicationLine }) {
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title">
          <Link to={links.bundleApplication(one.id)}>{one.bundleName}</Link>
          <Badge tone={one.state === 'supplementing' ? 'warning' : one.state === 'closed' ? 'success' : one.state === 'withdrawn' ? 'neutral' : 'info'}>{one.stateLabel}</Badge>
        </p>
        <p className="muted">{t.number} {one.number}</p>
        <p className="muted">{t.bundleItems(one.items.settled, one.items.all)}，{t.submittedAt} {formatDate(one.submittedAt)}</p>
      </div>
      {one.state === 'supplementing' && <ButtonLink variant="primary" to={links.bundleSupplement(one.id)}>{t.supplement}</ButtonLink>}
    </li>
  );
}

/** Bundles that were applied for as one; their cases are among the others, too. */
function Bundles() {
  const found = useQuery({ queryKey: [listMyBundleApplications.id], queryFn: () => api.call(listMyBundleApplications, { query: { limit: 50 } }) });
  if ((found.data?.items.length ?? 0) === 0) return null;
  return <Card title={t.bundles}><p className="muted">{t.bundlesLead}</p><ul className="space-list">{found.data?.items.map((one) => <BundleRow key={one.id} one={one} />)}</ul></Card>;
}

/** Whose cases these are, for who acts in several names: each has cases of its own. */
function WhoseCases() {
  const actingFor = useSession().account?.session.actingFor;
  if (useOtherIdentities().length === 0) return null;
  return (
    <Notice title={actingFor ? t.of(actingFor.name) : t.ofSelf} actions={<SwitchButtons />}>
      <p>{actingFor ? t.elsewhereOwn : t.elsewhere}</p>
    </Notice>
  );
}

export function CasesPart() {
  return (
    <SpacePart title={text.parts.cases}>
      <WhoseCases />
      <Bundles />
      <Card>
        <Tabs label={t.group} tabs={(['open', 'closed', 'all'] as const).map((group) => ({ id: group, label: t.groups[group], panel: <CaseList key={group} group={group} /> }))} />
      </Card>
    </SpacePart>
  );
}
