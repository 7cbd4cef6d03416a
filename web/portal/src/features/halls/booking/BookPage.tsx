import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, EmptyState, RadioGroup, useToast } from '@tongban/ui';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { bookAppointment, listSlots } from '@tongban/server/src/modules/halls/appointments/contract.ts';
import { api, plainApi } from '../../../shared/api.ts';
import { formatNearDay } from '../../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../../shared/layout/Links.tsx';
import { Page } from '../../../shared/layout/Page.tsx';
import { links } from '../../../shared/links.ts';
import { RequireAccount } from '../../../shared/session/RequireAccount.tsx';
import { text } from '../text.ts';
import { useHall } from '../use-live.ts';
import '../halls.css';

const t = text.booking;

/** Whether a slot can still be booked. */
const isOpen = ({ left, past }: { left: number; past: boolean }): boolean => left > 0 && !past;

/** Day and slot for one business of a hall (HAL-02). */
export function BookPage() {
  return <RequireAccount>{() => <Book />}</RequireAccount>;
}

function Book() {
  const { hallId = '', queueId = '' } = useParams();
  const itemId = useSearchParams()[0].get('item');
  const hall = useHall(hallId);
  const queue = hall.data?.queues.find((one) => one.queueId === queueId);
  const slots = useQuery({ queryKey: [listSlots.id, hallId, queueId], queryFn: () => plainApi.call(listSlots, { params: { hallId }, query: { queueId } }), staleTime: 0 });
  const [day, setDay] = useState<string>();
  const [from, setFrom] = useState<string>();
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const toast = useToast();
  const book = useMutation({
    mutationFn: (chosen: { day: string; from: string }) => api.call(bookAppointment, { params: { hallId }, body: { queueId, ...(itemId === null ? {} : { itemId }), ...chosen } }),
    onSuccess: () => { toast(t.done); void navigate(links.appointments()); },
    onError: () => void slots.refetch(),
  });
  return (
    <Page title={t.title(queue?.name ?? '')} lead={<p>{t.lead}</p>} trail={[{ to: links.halls(), label: text.title }, { to: links.hall(hallId), label: hall.data?.name ?? '' }]} narrow>
      <Answer query={slots}>
        {({ days }) => {
          const chosen = days.find((one) => one.day === day) ?? days[0];
          if (!chosen) return <EmptyState title={t.noDays} action={<ButtonLink to={links.hall(hallId)}>{hall.data?.name ?? text.title}</ButtonLink>}>{t.noDaysDetail}</EmptyState>;
          const open = chosen.slots.filter(isOpen);
          const picked = open.find((slot) => slot.from === from);
          return (
            <Card>
              <div className="stack hall-booking">
                <RadioGroup label={t.day} cards value={chosen.day} onChange={(next) => { setDay(next); setFrom(undefined); book.reset(); }} options={days.map((one) => ({ value: one.day, label: formatNearDay(one.day), hint: t.left(one.slots.filter(isOpen).reduce((sum, { left }) => sum + left, 0)) }))} />
                <RadioGroup
                  label={t.slot} cards value={picked?.from} onChange={(next) => { setFrom(next); book.reset(); }} error={tried && !picked ? t.pickSlot : undefined}
                  options={chosen.slots.map((slot) => ({ value: slot.from, label: `${slot.from}—${slot.to}`, hint: slot.past ? t.past : t.left(slot.left), disabled: !isOpen(slot) }))}
                />
                {open.length === 0 && <p>{t.noneLeft}</p>}
                {book.isError && <ProblemNotice error={book.error} />}
                <div><Button variant="primary" size="large" busy={book.isPending} onClick={() => { setTried(true); if (picked) book.mutate({ day: chosen.day, from: picked.from }); }}>{t.submit}</Button></div>
              </div>
            </Card>
          );
        }}
      </Answer>
    </Page>
  );
}
