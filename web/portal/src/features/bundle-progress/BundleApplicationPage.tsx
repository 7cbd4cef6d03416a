import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, DescriptionList, Notice, useToast, type Tone } from '@tongban/ui';
import { Check, Clock, Hourglass, Printer, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { agreeToPartialDelivery, getBundleApplication, type BundleApplicationView, type BundleChildView } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { api } from '../../shared/api.ts';
import { toneOfCase } from '../../shared/cases/case-tone.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { text } from './text.ts';
import { WithdrawBundleDialog } from './WithdrawBundleDialog.tsx';
import './bundle-progress.css';

const trail = [{ to: links.space(), label: text.space }, { to: links.space('cases'), label: text.mine }];

/** The colour of an item: grey while it waits, then as a case. */
function toneOf({ state, caseStatus, outcome }: BundleChildView): Tone {
  if (state === 'dropped') return 'danger';
  return caseStatus === null ? 'neutral' : toneOfCase({ status: caseStatus, outcome });
}

function Mark({ tone, waits }: { tone: Tone; waits: boolean }) {
  const Icon = tone === 'success' ? Check : tone === 'danger' ? X : waits ? Hourglass : Clock;
  return <span className="bundle-line__mark" data-tone={tone}><Icon size={20} aria-hidden="true" /></span>;
}

function ItemLine({ child }: { child: BundleChildView }) {
  const tone = toneOf(child);
  return (
    <li className="bundle-line__item">
      <Mark tone={tone} waits={child.caseStatus === null} />
      <div className="bundle-line__body">
        <p className="bundle-line__name">{child.itemName}<Badge tone={tone}>{child.label}</Badge></p>
        <p className="muted">
          {[
            child.organizationName,
            child.openedAt && text.opened(formatDate(child.openedAt)),
            child.decidedOn && text.decided(formatDate(child.decidedOn)),
            child.dueOn && text.due(formatDate(child.dueOn), child.estimated),
          ].filter(Boolean).join('，')}
        </p>
        {child.after.length > 0 && child.state !== 'dropped' && <p className="muted">{text.after(child.after)}</p>}
        {child.reason && <p>{child.reason}</p>}
        <p className="bundle-line__links tb-no-print">
          {child.caseId && <Link to={links.case(child.caseId)} aria-label={text.openCaseOf(child.itemName)}>{text.openCase}</Link>}
          {child.licence && <Link to={`${links.space('licences')}/${child.licence.id}`} aria-label={text.licenceOf(child.licence.name)}>{text.licence}</Link>}
        </p>
      </div>
    </li>
  );
}

function ToDo({ one }: { one: BundleApplicationView }) {
  const client = useQueryClient();
  const toast = useToast();
  const agree = useMutation({
    mutationFn: () => api.call(agreeToPartialDelivery, { params: { applicationId: one.id } }),
    onSuccess: (next) => { toast(text.agreeDone); client.setQueryData([getBundleApplication.id, one.id], next); },
  });
  const { supplement, rate, agreeToPartial } = one.abilities;
  const waits = one.toDo.length > 0;
  return (
    <Notice
      tone={supplement ? 'warning' : waits ? 'info' : 'success'} title={text.now}
      actions={waits && (
        <>
          {supplement && <ButtonLink variant="primary" size="large" to={links.bundleSupplement(one.id)}>{text.toSupplement}</ButtonLink>}
          {rate && <ButtonLink variant="primary" size="large" to={links.rateBundle(one.id)}>{text.toRate}</ButtonLink>}
          {agreeToPartial && <Button size="large" busy={agree.isPending} onClick={() => agree.mutate()}>{text.agree}</Button>}
        </>
      )}
    >
      {waits ? one.toDo.map((line) => <p key={line}>{line}</p>) : <p>{one.state === 'closed' || one.state === 'withdrawn' ? text.over : text.nothing}</p>}
      {one.partialAgreedAt && <p>{text.agreed(formatDateTime(one.partialAgreedAt))}</p>}
      {agree.isError && <ProblemNotice error={agree.error} />}
    </Notice>
  );
}

function Expectation({ one }: { one: BundleApplicationView }) {
  if (one.state === 'closed' || one.state === 'withdrawn') return null;
  return (
    <Card>
      {one.expectedOn ? <p className="bundle-progress-expected">{text.expected(formatDate(one.expectedOn))}</p> : one.state === 'supplementing' && <p>{text.waiting}</p>}
      <p className="muted">{text.settled(one.items.settled, one.items.all)}{one.items.failed > 0 && `，${text.failed(one.items.failed)}`}</p>
      {one.expectedOn && <p className="muted">{text.expectedHint}</p>}
      {one.criticalPath.length > 1 && <p className="muted">{text.critical(one.criticalPath)}</p>}
    </Card>
  );
}

function Application({ one }: { one: BundleApplicationView }) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Page
      title={one.bundleName} windowTitle={`${one.bundleName} ${one.number}`} trail={trail}
      lead={<p className="bundle-progress-head"><Badge tone={one.state === 'supplementing' ? 'warning' : one.state === 'closed' ? 'success' : 'info'}>{one.stateLabel}</Badge><span>{text.number(one.number)}</span></p>}
      aside={(
        <div className="tb-button-row tb-no-print">
          <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>
          {one.abilities.withdraw && <Button variant="danger" icon={<Undo2 size={18} aria-hidden="true" />} onClick={() => setWithdrawing(true)}>{text.withdraw.action}</Button>}
        </div>
      )}
    >
      <div className="stack">
        <ToDo one={one} />
        <Expectation one={one} />
        <Card title={text.items}><ol className="bundle-progress-line">{one.children.map((child) => <ItemLine key={child.key} child={child} />)}</ol></Card>
        <Card title={text.info} aside={<Link className="tb-no-print" to={links.bundleReceipt(one.id)}>{text.receiptLink}</Link>}>
          <DescriptionList entries={[
            { term: text.applicant, value: one.applicantName }, { term: text.filer, value: one.filerName }, { term: text.lead, value: one.leadName },
            { term: text.submittedAt, value: formatDateTime(one.submittedAt) }, { term: text.delivery, value: text.deliveries[one.deliveryMethod] },
            { term: text.deliveredAt, value: one.deliveredAt && formatDateTime(one.deliveredAt) }, { term: text.ratedAt, value: one.ratedAt && formatDateTime(one.ratedAt) },
          ]} />
        </Card>
      </div>
      {withdrawing && <WithdrawBundleDialog one={one} onClose={() => setWithdrawing(false)} />}
    </Page>
  );
}

function Loaded({ applicationId }: { applicationId: string }) {
  const found = useQuery({ queryKey: [getBundleApplication.id, applicationId], queryFn: () => api.call(getBundleApplication, { params: { applicationId } }), staleTime: 5_000 });
  if (found.data) return <Application one={found.data} />;
  return <Page title={text.page} trail={trail}><Answer query={found} lines={10} missing={<NotMine error={found.error} />}>{() => null}</Answer></Page>;
}

/** A bundle somebody applied for: what to do now, by when all is done, and a line for each item. */
export function BundleApplicationPage() {
  const { applicationId = '' } = useParams();
  return <RequireAccount>{() => <Loaded applicationId={applicationId} />}</RequireAccount>;
}
