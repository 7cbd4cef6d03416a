import { useQuery } from '@tanstack/react-query';
import { searchItems, type ItemSummary } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';

const words = text.items.picker;

interface ItemPickerProps { taken: readonly string[]; onAdd: (item: ItemSummary) => void; onClose: () => void }

/** Finds published items by words; several can be added one after the other. */
export function ItemPicker({ taken, onAdd, onClose }: ItemPickerProps) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery({ queryKey: [searchItems.id, 'bundle', q], queryFn: () => api.call(searchItems, { query: { limit: 20, ...(q ? { q } : {}) } }), placeholderData: (before) => before });
  return (
    <Modal open title={words.title} width={720} footer={<Button type="primary" onClick={onClose}>{text.close}</Button>} onCancel={onClose}>
      <Input autoFocus value={typed} maxLength={100} placeholder={words.search} aria-label={words.search} allowClear onChange={({ target }) => setTyped(target.value)} />
      <QueryState query={found}>
        {(data) => (
          <ul className="bundle-picker">
            {data.items.length === 0 ? <li className="muted">{words.none}</li> : null}
            {data.items.map((item) => (
              <li key={item.id}>
                <span><b>{item.name}</b> <span className="faint small">{item.department.name}{item.promisedDays === null ? '' : `　${text.items.days(item.promisedDays)}`}</span></span>
                {item.handlingMode === 'platform' ? null : <Tag tone="warning">{words.external}</Tag>}
                {taken.includes(item.id) ? <span className="muted small">{words.added}</span> : <Button size="small" aria-label={`${words.add} ${item.name}`} onClick={() => onAdd(item)}>{words.add}</Button>}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Modal>
  );
}
