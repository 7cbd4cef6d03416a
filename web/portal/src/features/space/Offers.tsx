import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, DescriptionList, Dialog, useToast } from '@tongban/ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { acceptOffer, declineOffer, listMyOffers, type Offer } from '@tongban/server/src/modules/decisioning/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { links } from '../../shared/links.ts';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.offers;
const key = ['decisioning.list-my-offers'];

function useOffers() {
  return useQuery({ queryKey: key, queryFn: () => api.call(listMyOffers, {}) });
}

/** One service that was found for me: why, what is known, and one confirmation (不申即办, DEC-06). */
function OfferCard({ offer }: { offer: Offer }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const [declining, setDeclining] = useState(false);
  const refresh = () => client.invalidateQueries({ predicate: (query) => /^(decisioning|cases|intake)\./.test(String(query.queryKey[0])) });
  const accept = useMutation({
    mutationFn: () => api.call(acceptOffer, { params: { offerId: offer.id } }, { idempotencyKey: `accept-${offer.id}` }),
    onSuccess: async ({ offer: { caseId }, draftId }) => {
      await refresh();
      if (caseId) { toast(t.accepted); void navigate(links.case(caseId)); } else if (draftId) { toast(t.unfinished); void navigate(links.draft(draftId)); }
    },
  });
  const decline = useMutation({
    mutationFn: () => api.call(declineOffer, { params: { offerId: offer.id }, body: {} }, { idempotencyKey: `decline-${offer.id}` }),
    onSuccess: async () => { setDeclining(false); toast(t.declined); await refresh(); },
  });
  return (
    <Card title={offer.itemName} aside={<Link to={links.item(offer.itemId)}>{t.guide}</Link>}>
      <div className="stack stack--tight">
        <p>{offer.why}{t.until(formatDate(offer.until))}</p>
        <DescriptionList entries={offer.known.map(({ label, value }) => ({ term: label, value }))} />
        <p className="muted">{t.basis(offer.organizationName, offer.legalBasis)}</p>
        {accept.isError && <ProblemNotice error={accept.error} />}
        <p className="muted">{t.declare}</p>
        <div className="tb-button-row">
          <Button variant="primary" busy={accept.isPending} onClick={() => accept.mutate()}>{t.accept}</Button>
          <Button onClick={() => setDeclining(true)}>{t.decline}</Button>
        </div>
      </div>
      <Dialog
        open={declining} title={t.declineTitle} onClose={() => setDeclining(false)}
        footer={<><Button onClick={() => setDeclining(false)}>{t.cancel}</Button><Button variant="danger" busy={decline.isPending} onClick={() => decline.mutate()}>{t.decline}</Button></>}
      >
        {decline.isError && <ProblemNotice error={decline.error} />}
        <p>{t.declineLead}</p>
      </Dialog>
    </Card>
  );
}

/** Services found for me, on the overview; nothing where there are none. */
export function OfferCards() {
  const items = useOffers().data?.items ?? [];
  if (items.length === 0) return null;
  return <section className="stack" aria-label={t.title}><h2>{t.title}</h2>{items.map((offer) => <OfferCard key={offer.id} offer={offer} />)}</section>;
}

/** The page that messages about an offer lead to. */
export function OffersPart() {
  const offers = useOffers();
  return (
    <SpacePart title={t.title} lead={t.lead}>
      <Answer query={offers}>{({ items }) => (items.length === 0 ? <p>{t.empty} <Link to={links.search()}>{t.find}</Link></p> : <div className="stack">{items.map((offer) => <OfferCard key={offer.id} offer={offer} />)}</div>)}</Answer>
    </SpacePart>
  );
}
