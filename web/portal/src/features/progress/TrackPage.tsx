import { useMutation } from '@tanstack/react-query';
import { Badge, Button, Card, DescriptionList, TextField, Timeline } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { caseStatusLabels, trackCase } from '@tongban/server/src/modules/cases/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { toneOfCase } from '../../shared/cases/case-tone.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import './progress.css';

const t = text.track;

/** Progress by number, without signing in: shows the state and the steps, nothing personal. */
export function TrackPage() {
  const [params] = useSearchParams();
  const [number, setNumber] = useState(params.get('number')?.slice(0, 50) ?? '');
  const [lastFour, setLastFour] = useState('');
  const [tried, setTried] = useState(false);
  const track = useMutation({
    mutationFn: () => plainApi.call(trackCase, { body: { number: number.replace(/\s/g, '').toUpperCase(), lastFour: lastFour.trim().toUpperCase() } }),
  });
  const numberFault = number.trim().length < 6 ? t.needNumber : undefined;
  const lastFourFault = /^[0-9A-Za-z]{4}$/.test(lastFour.trim()) ? undefined : t.needLastFour;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!numberFault && !lastFourFault && !track.isPending) track.mutate();
    else focusFirstFault(event.currentTarget);
  }
  const found = track.data;
  return (
    <Page title={t.title} lead={<p>{t.lead}</p>} narrow aside={<Link to={links.space('cases')}>{t.myCases}</Link>}>
      <div className="stack">
        <Card>
          <form className="stack track" noValidate onSubmit={submit}>
            <TextField label={t.number} hint={t.numberHint} value={number} maxLength={50} autoComplete="off" error={tried ? numberFault : undefined} onChange={(event) => setNumber(event.target.value)} />
            <TextField label={t.lastFour} hint={t.lastFourHint} value={lastFour} maxLength={4} autoComplete="off" error={tried ? lastFourFault : undefined} onChange={(event) => setLastFour(event.target.value)} />
            <div><Button type="submit" variant="primary" size="large" busy={track.isPending}>{t.submit}</Button></div>
          </form>
        </Card>
        <div aria-live="polite" className="stack">
          {track.isError && <ProblemNotice error={track.error} />}
          {found && (
            <>
              <Card title={found.itemName} aside={<Badge tone={toneOfCase({ status: found.status, outcome: null })}>{caseStatusLabels[found.status]}</Badge>}>
                <DescriptionList entries={[
                  { term: t.number, value: found.number },
                  { term: t.organization, value: found.organizationName },
                  { term: t.submittedAt, value: formatDateTime(found.submittedAt) },
                  { term: t.due, value: formatDate(found.promisedDueOn) },
                ]} />
              </Card>
              <Card title={t.steps}>
                <Timeline entries={found.steps.map((step, index) => ({ key: String(index), title: step.label, time: formatDateTime(step.at) }))} />
              </Card>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
