import { useQuery, useQueryClient } from '@tanstack/react-query';
import { agreeWithRun, automationModelLabels, getRun, getStatistics, listReviews, listRuns, overturnRun, reviewStateLabels, runOutcomeLabels, type RunDetail } from '@tongban/server/src/modules/decisioning/contract.ts';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Checks, Explanation } from '../../shared/decisions/Explanation.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { outcomeTones, reviewTones } from './RunList.tsx';
import { text } from './text.ts';

const words = text.run;

/** One automatic approval: what was decided, by which versions, why, and what a person found. */
export function RunDrawer({ caseId, onClose }: { caseId: string | undefined; onClose: () => void }) {
  const run = useQuery({ queryKey: [getRun.id, caseId], enabled: caseId !== undefined, queryFn: () => api.call(getRun, { params: { caseId: caseId ?? '' } }) });
  return (
    <Drawer open={caseId !== undefined} onClose={onClose} title={words.title} size={640} destroyOnHidden>
      {caseId === undefined ? null : <QueryState query={run}>{(one) => <Run run={one} />}</QueryState>}
    </Drawer>
  );
}

function Run({ run }: { run: RunDetail }) {
  const seesCases = useHolds('cases.case.view');
  const [asking, setAsking] = useState<'agree' | 'overturn'>();
  const { review } = run;
  return (
    <div className="automation-run">
      <Facts
        items={[
          { label: text.columns.number, value: seesCases ? <Link to={links.case(run.caseId)}>{run.caseNumber}</Link> : run.caseNumber },
          { label: text.columns.item, value: run.itemName }, { label: text.columns.department, value: run.organizationName }, { label: text.columns.applicant, value: run.applicantName },
          { label: text.columns.model, value: `${automationModelLabels[run.model]}　${words.setting(run.settingNumber)}` },
          { label: text.columns.outcome, value: <><Tag tone={outcomeTones[run.outcome]}>{runOutcomeLabels[run.outcome]}</Tag>　{run.finishedAt ? formatDateTime(run.finishedAt) : ''}</> },
          ...(run.seconds === null ? [] : [{ label: text.columns.time, value: text.duration(run.seconds) }]),
          ...(run.reason ? [{ label: words.reason, value: run.reason }] : []),
          ...(review.state === 'none' ? [] : [{
            label: words.reviewed,
            value: <><Tag tone={reviewTones[review.state]}>{reviewStateLabels[review.state]}</Tag>　{review.source ? words.source[review.source] : ''}{review.by ? `　${review.by}` : ''}{review.opinion ? <p className="muted">{review.opinion}</p> : null}</>,
          }]),
        ]}
      />
      {run.checks.length > 0 ? <section><h3 className="section-title">{words.checks}</h3><Checks checks={run.checks} /></section> : null}
      <section>
        <h3 className="section-title">{words.explanation}{run.ruleVersionNumber !== null && run.ruleVersionId !== null ? <>　<Link to={links.ruleVersion(run.ruleVersionId)}>{words.rules(run.ruleVersionNumber)}</Link></> : null}</h3>
        <Explanation explanation={run.explanation} />
      </section>
      {run.abilities.agree || run.abilities.overturn ? (
        <div className="automation-run__foot">
          {run.abilities.agree ? <Button type="primary" onClick={() => setAsking('agree')}>{words.agree}</Button> : null}
          {run.abilities.overturn ? <Button danger onClick={() => setAsking('overturn')}>{words.overturn}</Button> : null}
        </div>
      ) : null}
      {asking ? <ReviewDialog run={run} kind={asking} onClose={() => setAsking(undefined)} /> : null}
    </div>
  );
}

function ReviewDialog({ run, kind, onClose }: { run: RunDetail; kind: 'agree' | 'overturn'; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const agree = useAction(agreeWithRun);
  const overturn = useAction(overturnRun);
  const action = kind === 'agree' ? agree : overturn;
  const refresh = () => { for (const operation of [getRun, listRuns, listReviews, getStatistics]) void client.invalidateQueries({ queryKey: [operation.id] }); };
  const done = (forget: () => void) => () => {
    forget();
    void message.success(kind === 'agree' ? words.agreed : words.overturned);
    refresh();
    onClose();
  };
  const params = { caseId: run.caseId };
  return (
    <ReasonDialog
      id={`${kind}.${run.caseId}`} title={kind === 'agree' ? words.agreeTitle : words.overturnTitle} lead={kind === 'agree' ? `${run.itemName}　${run.caseNumber}` : words.overturnLead} danger={kind === 'overturn'}
      label={kind === 'agree' ? words.opinion : words.overturnReason} rule={kind === 'agree' ? words.opinionRule : words.overturnRule} ok={kind === 'agree' ? words.agree : words.overturn} busy={action.busy} problem={action.problem}
      onClose={onClose} onRefresh={() => { refresh(); onClose(); }}
      onSend={(reason, forget) => { void (kind === 'agree' ? agree.run({ params, body: { opinion: reason } }, done(forget)) : overturn.run({ params, body: { reason } }, done(forget))); }}
    />
  );
}
