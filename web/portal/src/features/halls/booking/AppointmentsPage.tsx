import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, Dialog, EmptyState, useToast, type Tone } from '@tongban/ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { cancelAppointment, checkIn, listAppointments, type Appointment } from '@tongban/server/src/modules/halls/appointments/contract.ts';
import { api } from '../../../shared/api.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../../shared/layout/Links.tsx';
import { Page } from '../../../shared/layout/Page.tsx';
import { links } from '../../../shared/links.ts';
import { RequireAccount } from '../../../shared/session/RequireAccount.tsx';
import { text } from '../text.ts';
import '../halls.css';

const t = text.booking;
const key = [listAppointments.id];
const tones: Record<Appointment['state'], Tone> = { 'booked': 'info', 'checked-in': 'success', 'cancelled': 'neutral', 'missed': 'warning' };

/** My appointments at halls: check in, cancel (HAL-02). */
export function AppointmentsPage() {
  return <RequireAccount>{() => <Appointments />}</RequireAccount>;
}

function Appointments() {
  const appointments = useQuery({ queryKey: key, queryFn: () => api.call(listAppointments, {}), refetchInterval: 60_000 });
  return (
    <Page title={t.mine} lead={<p>{t.listLead}</p>} trail={[{ to: links.halls(), label: text.title }]} aside={appointments.data && appointments.data.items.length > 0 && <ButtonLink variant="primary" to={links.halls()}>{t.toHalls}</ButtonLink>} narrow>
      <Answer query={appointments}>
        {({ items }) => (items.length === 0
          ? <EmptyState title={t.empty} action={<ButtonLink variant="primary" to={links.halls()}>{t.toHalls}</ButtonLink>}>{t.emptyDetail}</EmptyState>
          : <ul className="halls-list halls-list--single">{items.map((one) => <li key={one.appointmentId}><Row one={one} /></li>)}</ul>)}
      </Answer>
    </Page>
  );
}

function Row({ one }: { one: Appointment }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const check = useMutation({
    mutationFn: () => api.call(checkIn, { params: { appointmentId: one.appointmentId }, body: {} }),
    onSuccess: (ticket) => { void client.invalidateQueries({ queryKey: key }); void navigate(links.hallTicket(ticket.code)); },
  });
  return (
    <Card title={t.when(formatDate(one.day), one.from, one.to)} aside={<Badge tone={tones[one.state]}>{one.stateLabel}</Badge>}>
      <p><Link to={links.hall(one.hallId)}>{one.hallName}</Link>，{one.queueName}{one.itemName === null ? '' : `，${one.itemName}`}</p>
      <p className="muted">{one.address}</p>
      {one.state === 'booked' && <p className="hall-code__line">{t.code} <b className="hall-code">{one.code.slice(0, 4)} {one.code.slice(4)}</b> <span className="muted">{t.codeHint}</span></p>}
      {check.isError && <ProblemNotice error={check.error} />}
      <div className="tb-button-row">
        {one.abilities.checkIn && <Button variant="primary" busy={check.isPending} onClick={() => check.mutate()}>{t.checkIn}</Button>}
        {one.ticketCode !== null && <ButtonLink to={links.hallTicket(one.ticketCode)}>{t.seeTicket}</ButtonLink>}
        {one.abilities.cancel && <Button onClick={() => setAsking(true)}>{t.cancel}</Button>}
      </div>
      {asking && <CancelDialog one={one} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function CancelDialog({ one, onClose }: { one: Appointment; onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const cancel = useMutation({
    mutationFn: () => api.call(cancelAppointment, { params: { appointmentId: one.appointmentId } }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: key }); toast(t.cancelled); onClose(); },
  });
  return (
    <Dialog open title={t.cancelTitle} onClose={onClose} footer={<><Button onClick={onClose}>{t.keep}</Button><Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>{t.cancel}</Button></>}>
      <div className="stack stack--tight">
        {cancel.isError && <ProblemNotice error={cancel.error} />}
        <p>{t.when(formatDate(one.day), one.from, one.to)}，{one.hallName}</p>
        <p>{t.cancelLead}</p>
      </div>
    </Dialog>
  );
}
