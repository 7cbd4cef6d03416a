import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, DescriptionList, Dialog, Disclosure, Notice, Timeline, useToast, type TimelineEntry } from '@tongban/ui';
import { Maximize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { getShare, handInDays, listShares, withdrawShare, type ShareView } from '@tongban/server/src/modules/sharing/contract.ts';
import { api } from '../../../shared/api.ts';
import { formatDateTime, formatTime } from '../../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../../shared/layout/Links.tsx';
import { links } from '../../../shared/links.ts';
import { NotMine } from '../../../shared/session/NotMine.tsx';
import { SpacePart } from '../SpacePart.tsx';
import { text } from '../text.ts';
import { findCode, forgetCode } from './kept-code.ts';
import { tonesOfShare } from './ShareCodesPart.tsx';
import { ShownCode } from './ShownCode.tsx';
import './share-codes.css';

const t = text.shareCodes;

function WithdrawDialog({ share, onClose }: { share: ShareView; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const withdraw = useMutation({
    mutationFn: () => api.call(withdrawShare, { params: { shareId: share.id } }),
    onSuccess: (after) => {
      forgetCode(share.id);
      client.setQueryData([getShare.id, share.id], after);
      void client.invalidateQueries({ queryKey: [listShares.id] });
      toast(t.withdrawn);
      onClose();
    },
  });
  return (
    <Dialog
      open title={t.withdrawTitle} onClose={onClose}
      footer={<><Button onClick={onClose}>{t.keep}</Button><Button variant="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>{t.withdraw}</Button></>}
    >
      <div className="stack stack--tight">
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <p>{share.handedIn ? t.stays(share.handedIn.itemName, share.handedIn.number) : t.withdrawLead}</p>
      </div>
    </Dialog>
  );
}

/** What happened with the share, in order. */
function eventsOf(share: ShareView): TimelineEntry[] {
  const at = (key: string, instant: string, title: string): TimelineEntry & { instant: string } => ({ key, title, time: formatDateTime(instant), instant });
  return [
    at('made', share.madeAt, share.agentName === null ? t.events.made : t.events.madeBy(share.agentName)),
    ...(share.scan ? [at('scan', share.scan.at, t.events.scanned(share.scan.organizationName, share.scan.by))] : []),
    ...share.readings.map(({ at: instant, what, purpose }, index) => at(`read-${index}`, instant, t.events.read(what, purpose))),
    ...(share.taken ? [at('taken', share.taken.at, t.events.taken(share.taken.itemName))] : []),
    ...(share.handedIn ? [at('used', share.handedIn.at, t.events.used(share.handedIn.itemName, share.handedIn.number))] : []),
    ...(share.withdrawnAt === null ? [] : [at('withdrawn', share.withdrawnAt, t.events.withdrawn)]),
  ].sort((a, b) => a.instant.localeCompare(b.instant));
}

function thingState(share: ShareView, { takenAs, handedIn }: ShareView['things'][number]): string {
  if (handedIn === true) return t.thing.used(takenAs.join('、'));
  if (share.state === 'taken' && takenAs.length > 0) return t.thing.taken(takenAs.join('、'));
  return handedIn === false || share.state === 'taken' ? t.thing.unused : '';
}

function Share({ share }: { share: ShareView }) {
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState(false);
  const kept = share.state === 'open' ? findCode(share.id) : undefined;
  useEffect(() => { if (share.state !== 'open') forgetCode(share.id); }, [share.id, share.state]);
  return (
    <div className="stack">
      <Card title={t.code} aside={<span role="status"><Badge tone={tonesOfShare[share.state]}>{share.stateLabel}</Badge></span>}>
        {kept && !whole && <ShownCode kept={kept} />}
        {kept && <Dialog open={whole} title={t.code} onClose={() => setWhole(false)}><ShownCode kept={kept} /></Dialog>}
        {share.state === 'open' && !kept && <Notice title={t.elsewhere}><p>{t.elsewhereLead}</p></Notice>}
        {share.state === 'scanned' && share.scan && <Notice tone="warning" live title={t.scannedTitle(share.scan.organizationName)}><p>{t.scannedLead(share.scan.by, formatTime(share.scan.at), formatTime(share.scan.until))}</p></Notice>}
        {share.state === 'taken' && share.taken && <Notice live title={t.takenTitle(share.taken.itemName)}><p>{t.takenLead}</p></Notice>}
        {share.state === 'used' && share.handedIn && <Notice tone="success" live title={t.usedTitle(share.handedIn.itemName)}><p>{t.usedLead(share.handedIn.number)}</p></Notice>}
        {share.state === 'withdrawn' && <Notice live title={t.withdrawnTitle}><p>{share.handedIn ? t.stays(share.handedIn.itemName, share.handedIn.number) : t.withdrawnLead}</p></Notice>}
        {share.state === 'lapsed' && <Notice title={share.stateLabel}><p>{t.lapsedLead(handInDays)}</p></Notice>}
        {share.state === 'expired' && <Notice title={t.over}><p>{t.overLead}</p></Notice>}
        <div className="tb-button-row share-actions">
          {kept && <Button variant="primary" icon={<Maximize size={20} aria-hidden="true" />} onClick={() => setWhole(true)}>{t.whole}</Button>}
          {share.abilities.withdraw && <Button variant="danger" onClick={() => setAsking(true)}>{t.withdraw}</Button>}
          {['expired', 'lapsed', 'withdrawn'].includes(share.state) && <ButtonLink variant="primary" to={links.newShareCode()}>{t.makeAgain}</ButtonLink>}
          <ButtonLink to={links.shareCodes()}>{t.all}</ButtonLink>
        </div>
      </Card>
      <Card title={t.things}>
        <ul className="space-list">
          {share.things.map((thing) => (
            <li key={thing.id} className="space-row"><div className="space-row__main"><p><strong>{thing.name}</strong></p><p className="muted">{thing.detail}</p></div><span>{thingState(share, thing)}</span></li>
          ))}
        </ul>
        <DescriptionList entries={[{ term: t.purpose, value: share.purpose }, { term: t.item, value: share.itemName }, { term: t.organization, value: share.organizationName }]} />
      </Card>
      <Card title={t.history}>
        <Timeline entries={eventsOf(share)} />
        <Disclosure title={t.consentKept}><p className="share-consent">{share.consent}</p></Disclosure>
      </Card>
      {asking && <WithdrawDialog share={share} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** A share code to hold out at a window, and what becomes of it (INT-09). */
export function ShareCodePart() {
  const { shareId = '' } = useParams();
  const share = useQuery({
    queryKey: [getShare.id, shareId], queryFn: () => api.call(getShare, { params: { shareId } }), staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.state === 'open' || data?.state === 'scanned' ? 3_000 : data?.state === 'taken' ? 10_000 : false),
  });
  return (
    <SpacePart title={t.title}>
      <Answer query={share} lines={8} missing={<NotMine error={share.error} />}>{(data) => <Share share={data} />}</Answer>
    </SpacePart>
  );
}
