import type { HallConfiguration } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Button, Input, InputNumber, Select } from 'antd';
import { TimeField } from '../../../shared/list/TimeField.tsx';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import type { PartProps } from './draft.ts';
import { PriorityGroups } from './PriorityGroups.tsx';

const words = text.settings;

/** Name, place, hours, and how the hall calls. */
export function BasicsPart({ draft, change }: PartProps) {
  const { rules } = draft;
  const rule = (next: Partial<HallConfiguration['rules']>) => change({ rules: { ...rules, ...next } });
  return (
    <div className="hall-settings">
      <Panel>
        <div className="hall-fields">
          <label htmlFor="hall-name">{words.name}</label>
          <Input id="hall-name" value={draft.name} maxLength={60} onChange={({ target }) => change({ name: target.value })} />
          <label htmlFor="hall-address">{words.address}</label>
          <Input id="hall-address" value={draft.address} maxLength={200} onChange={({ target }) => change({ address: target.value })} />
          <label htmlFor="hall-telephone">{words.telephone}</label>
          <Input id="hall-telephone" value={draft.telephone} maxLength={30} onChange={({ target }) => change({ telephone: target.value })} />
        </div>
      </Panel>
      <Panel title={words.hours}>
        <p className="muted">{words.hoursLead}</p>
        <Hours hours={draft.hours} onChange={(hours) => change({ hours })} />
      </Panel>
      <Panel title={words.rules}>
        <div className="hall-fields">
          <label htmlFor="rule-ordinary">{rules.ordinaryEvery === 1 ? words.ordinaryOff : words.ordinaryEvery(rules.ordinaryEvery)}</label>
          <InputNumber id="rule-ordinary" min={1} max={20} value={rules.ordinaryEvery} onChange={(ordinaryEvery) => { if (ordinaryEvery !== null) rule({ ordinaryEvery }); }} />
          <label htmlFor="rule-calls">{words.callsBeforeNoShow}</label>
          <InputNumber id="rule-calls" min={1} max={10} value={rules.callsBeforeNoShow} onChange={(callsBeforeNoShow) => { if (callsBeforeNoShow !== null) rule({ callsBeforeNoShow }); }} />
          <label htmlFor="rule-return">{words.returnMinutes}</label>
          <InputNumber id="rule-return" min={0} max={240} value={rules.returnMinutes} onChange={(returnMinutes) => { if (returnMinutes !== null) rule({ returnMinutes }); }} />
          <label htmlFor="rule-place">{words.returnPlace}</label>
          <Select<'end' | 'front'> id="rule-place" value={rules.returnPlace} style={{ width: 180 }} options={[{ value: 'front', label: words.places.front }, { value: 'end', label: words.places.end }]} onChange={(returnPlace) => rule({ returnPlace })} />
          {rules.returnPlace === 'front' ? (
            <>
              <label htmlFor="rule-behind">{words.returnBehind}</label>
              <InputNumber id="rule-behind" min={0} max={20} value={rules.returnBehind} onChange={(returnBehind) => { if (returnBehind !== null) rule({ returnBehind }); }} />
            </>
          ) : null}
        </div>
      </Panel>
      <PriorityGroups />
    </div>
  );
}

type Hours = HallConfiguration['hours'];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function Hours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const of = (weekday: number) => hours.find((one) => one.weekday === weekday)?.periods ?? [];
  const put = (weekday: number, periods: Hours[number]['periods']) => onChange(weekdays.map((one) => ({ weekday: one, periods: one === weekday ? periods : of(one) })));
  return (
    <ul className="hall-hours">
      {weekdays.map((weekday) => {
        const periods = of(weekday);
        const set = (index: number, part: Partial<Hours[number]['periods'][number]>) => put(weekday, periods.map((period, at) => (at === index ? { ...period, ...part } : period)));
        return (
          <li key={weekday}>
            <span>{words.weekdays[weekday]}</span>
            {periods.length === 0 ? <span className="faint">{words.closed}</span> : periods.map((period, index) => (
              <span key={`${weekday}-${String(index)}`} className="hall-period">
                <TimeField label={`${words.weekdays[weekday]}${words.from}`} value={period.from} onChange={(from) => set(index, { from })} />{words.to}
                <TimeField label={`${words.weekdays[weekday]}${words.until}`} value={period.to} onChange={(to) => set(index, { to })} />
                <Button type="link" size="small" onClick={() => put(weekday, periods.filter((_period, at) => at !== index))}>{words.remove}</Button>
              </span>
            ))}
            {periods.length < 4 ? <Button type="link" size="small" onClick={() => put(weekday, [...periods, periods.length === 0 ? { from: '09:00', to: '12:00' } : { from: '13:00', to: '17:00' }])}>{words.addPeriod}</Button> : null}
          </li>
        );
      })}
    </ul>
  );
}
