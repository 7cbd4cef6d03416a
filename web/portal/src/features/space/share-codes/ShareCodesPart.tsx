import { Badge, Card, type Tone } from '@tongban/ui';
import { QrCode } from 'lucide-react';
import { Link } from 'react-router';
import { listShares, type ShareState, type ShareView } from '@tongban/server/src/modules/sharing/contract.ts';
import { api } from '../../../shared/api.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { ButtonLink } from '../../../shared/layout/Links.tsx';
import { links } from '../../../shared/links.ts';
import { PagedList } from '../PagedList.tsx';
import { SpacePart } from '../SpacePart.tsx';
import { text } from '../text.ts';

const t = text.shareCodes;

/** The colour that repeats the state of a share. */
export const tonesOfShare: Readonly<Record<ShareState, Tone>> = { open: 'warning', scanned: 'warning', taken: 'info', used: 'success', expired: 'neutral', lapsed: 'neutral', withdrawn: 'neutral' };

function ShareRow({ share }: { share: ShareView }) {
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title"><Link to={links.shareCode(share.id)}>{share.itemName ?? share.purpose}</Link><Badge tone={tonesOfShare[share.state]}>{share.stateLabel}</Badge></p>
        <p>{share.things.map(({ name }) => name).join('、')}</p>
        <p className="muted">{t.madeAt(formatDateTime(share.madeAt))}{share.agentName !== null && `，${t.byAgent(share.agentName)}`}{share.scan && `，${t.scannedBy(share.scan.organizationName, formatDateTime(share.scan.at))}`}</p>
        {share.handedIn && <p className="muted">{t.usedFor(share.handedIn.itemName, share.handedIn.number)}</p>}
      </div>
      <ButtonLink to={links.shareCode(share.id)} variant={share.state === 'open' ? 'primary' : 'secondary'} aria-label={`${share.state === 'open' ? t.show : t.look}：${share.itemName ?? share.purpose}`}>{share.state === 'open' ? t.show : t.look}</ButtonLink>
    </li>
  );
}

/** 我的共享码: what I let windows see, who did, and what came of it (INT-09). */
export function ShareCodesPart() {
  const make = <ButtonLink variant="primary" to={links.newShareCode()} icon={<QrCode size={20} aria-hidden="true" />}>{t.make}</ButtonLink>;
  return (
    <SpacePart title={t.title} lead={t.lead} aside={make}>
      <Card>
        <PagedList
          queryKey={[listShares.id]} unit={t.unit} load={(page) => api.call(listShares, { query: page })}
          empty={{ icon: <QrCode size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail }}
        >
          {(items) => <ul className="space-list">{items.map((share) => <ShareRow key={share.id} share={share} />)}</ul>}
        </PagedList>
      </Card>
    </SpacePart>
  );
}
