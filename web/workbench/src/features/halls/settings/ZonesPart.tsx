import { useQuery } from '@tanstack/react-query';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import type { HallConfiguration } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Button, Input, InputNumber, Select, Tag } from 'antd';
import { api } from '../../../shared/api.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { pickerSearch, usePickerWords } from '../../../shared/form/picker-search.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { changed, withoutQueue, withQueue, without, withZone, type PartProps } from './draft.ts';

const words = text.settings;
type Queue = HallConfiguration['queues'][number];

/** Zones with the letters of their tickets, and what people take tickets for. */
export function ZonesPart({ draft, change }: PartProps) {
  return (
    <div className="hall-settings">
      {draft.zones.map((zone) => {
        const queues = draft.queues.filter(({ zoneId }) => zoneId === zone.id);
        return (
          <Panel
            key={zone.id} title={(
              <span className="hall-zone">
                <Input aria-label={words.zone} value={zone.name} maxLength={60} onChange={({ target }) => change({ zones: changed(draft.zones, zone.id, { name: target.value }) })} />
                <Input aria-label={words.prefix} addonBefore={words.prefix} value={zone.prefix} maxLength={2} onChange={({ target }) => change({ zones: changed(draft.zones, zone.id, { prefix: target.value.toUpperCase().replace(/[^A-Z]/g, '') }) })} />
              </span>
            )}
            extra={(
              <>
                <Button size="small" onClick={() => change(withQueue(draft, zone.id))}>{words.addQueue}</Button>
                {queues.length === 0 ? <Button size="small" onClick={() => change({ zones: without(draft.zones, zone.id) })}>{words.remove}</Button> : null}
              </>
            )}
          >
            {queues.map((queue) => <QueueFields key={queue.id} queue={queue} onChange={(part) => change({ queues: changed(draft.queues, queue.id, part) })} onRemove={() => change(withoutQueue(draft, queue.id))} />)}
          </Panel>
        );
      })}
      <div><Button onClick={() => change(withZone(draft))}>{words.addZone}</Button></div>
    </div>
  );
}

function QueueFields({ queue, onChange, onRemove }: { queue: Queue; onChange: (change: Partial<Queue>) => void; onRemove: () => void }) {
  const add = (kind: 'item' | 'organization', targetId: string, name: string) => {
    if (!queue.services.some((service) => service.targetId === targetId)) onChange({ services: [...queue.services, { kind, targetId, name }] });
  };
  return (
    <div className="hall-queue">
      <div className="hall-add">
        <Input aria-label={words.queue} value={queue.name} maxLength={60} onChange={({ target }) => onChange({ name: target.value })} />
        <Input aria-label={words.ownPrefix} placeholder={words.ownPrefix} value={queue.prefix} maxLength={2} onChange={({ target }) => onChange({ prefix: target.value.toUpperCase().replace(/[^A-Z]/g, '') })} />
        <Button type="link" onClick={onRemove}>{words.remove}</Button>
      </div>
      <div className="hall-numbers">
        <label>{words.typicalMinutes}<InputNumber min={1} max={240} value={queue.typicalMinutes} onChange={(value) => onChange({ typicalMinutes: value ?? 10 })} /></label>
        <label>{words.slotCapacity}<InputNumber min={0} max={200} value={queue.slotCapacity} onChange={(value) => onChange({ slotCapacity: value ?? 0 })} /></label>
        {queue.slotCapacity > 0 ? (
          <>
            <label>{words.slotMinutes}<InputNumber min={10} max={240} step={10} value={queue.slotMinutes} onChange={(value) => onChange({ slotMinutes: value ?? 60 })} /></label>
            <label>{words.daysAhead}<InputNumber min={1} max={30} value={queue.daysAhead} onChange={(value) => onChange({ daysAhead: value ?? 7 })} /></label>
          </>
        ) : null}
      </div>
      <p className="hall-services">
        {queue.services.map((service) => <Tag key={service.targetId} closable onClose={() => onChange({ services: queue.services.filter(({ targetId }) => targetId !== service.targetId) })}>{service.name}</Tag>)}
      </p>
      <div className="hall-add">
        <OrganizationPicker label={words.addDepartment} placeholder={words.addDepartment} value={undefined} onChange={(one) => { if (one) add('organization', one.id, one.name); }} />
        <ItemPicker onChoose={(id, name) => add('item', id, name)} />
      </div>
    </div>
  );
}

function ItemPicker({ onChoose }: { onChoose: (id: string, name: string) => void }) {
  const typed = usePickerWords();
  const { q } = typed;
  const found = useQuery({ queryKey: [searchItems.id, 'hall', q], enabled: q !== '', placeholderData: (before) => before, queryFn: () => api.call(searchItems, { query: { q, limit: 20 } }) });
  const items = q === '' ? [] : found.data?.items ?? [];
  return (
    <Select<string>
      aria-label={words.addItem} placeholder={words.addItem} value={null} style={{ width: '100%' }}
      {...pickerSearch(typed, found, { options: items.map(({ id, name }) => ({ value: id, label: name })), none: null })} onChange={(id) => { const item = items.find((one) => one.id === id); if (item) onChoose(item.id, item.name); typed.setTyped(''); }}
    />
  );
}
