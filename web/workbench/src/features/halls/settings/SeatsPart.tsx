import { useQuery } from '@tanstack/react-query';
import { listStaff } from '@tongban/server/src/kernel/organization/contract.ts';
import { Button, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { pickerSearch, usePickerWords } from '../../../shared/form/picker-search.ts';
import { TimeField } from '../../../shared/list/TimeField.tsx';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { changed, without, withSeat, type PartProps } from './draft.ts';
import { Part } from './Part.tsx';

const words = text.settings;

/** Who sits at which window, on which days, from when to when. */
export function SeatsPart({ draft, change }: PartProps) {
  const windows = draft.windows.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: weekday, label: words.weekdays[weekday] ?? '' }));
  const first = draft.windows.find(({ id }) => !draft.seats.some(({ windowId }) => windowId === id)) ?? draft.windows[0];
  return (
    <Panel title={words.tabs.seats} extra={first ? <StaffFinder onChoose={(staff) => change(withSeat(draft, staff, first.id))} /> : null}>
      <ul className="hall-parts">
        {draft.seats.length === 0 ? null : <li className="hall-seat hall-parts__titles" aria-hidden="true"><span>{words.staff}</span><span>{words.seatWindow}</span><span>{words.days}</span></li>}
        {draft.seats.map((seat) => {
          const put = (part: Partial<typeof seat>) => change({ seats: changed(draft.seats, seat.id, part) });
          return (
            <li key={seat.id} className="hall-seat">
              <span className="list__strong">{seat.staffName}</span>
              <Part label={words.seatWindow}><Select aria-label={words.seatWindow} value={seat.windowId} options={windows} onChange={(windowId: string) => put({ windowId })} /></Part>
              <Part label={words.days}><Select<number[]> mode="multiple" aria-label={words.days} maxTagCount="responsive" value={seat.weekdays} options={days} onChange={(weekdays) => { if (weekdays.length > 0) put({ weekdays: weekdays.toSorted() }); }} /></Part>
              <span className="hall-period"><TimeField label={words.from} value={seat.from} onChange={(from) => put({ from })} />{words.to}<TimeField label={words.until} value={seat.to} onChange={(to) => put({ to })} /></span>
              <Button type="link" onClick={() => change({ seats: without(draft.seats, seat.id) })}>{words.remove}</Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Finds an officer by name and puts them at a window that nobody sits at yet. */
function StaffFinder({ onChoose }: { onChoose: (staff: { id: string; name: string }) => void }) {
  const typed = usePickerWords();
  const search = typed.q;
  const found = useQuery({ queryKey: [listStaff.id, 'hall', search], placeholderData: (before) => before, queryFn: () => api.call(listStaff, { query: { limit: 30, ...(search ? { search } : {}) } }) });
  const items = found.data?.items ?? [];
  return (
    <Select<string>
      aria-label={words.addSeat} placeholder={words.addSeat} value={null} style={{ width: '16rem' }}
      {...pickerSearch(typed, found, { options: items.map(({ id, name, organization }) => ({ value: id, label: `${name}　${organization.name}` })), none: null })} onChange={(id) => { const staff = items.find((one) => one.id === id); if (staff) onChoose(staff); typed.setTyped(''); }}
    />
  );
}
