import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Field, TextField } from '@tongban/ui';
import { useState } from 'react';
import { suggestItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';

const t = text.shareCodes;

export interface ChosenItem { id: string; name: string }

/** The one item that a share is for, found by its name; none leaves it open. */
export function ItemChoice({ item, onChange }: { item: ChosenItem | null; onChange: (item: ChosenItem | null) => void }) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 180);
  const found = useQuery({
    queryKey: [suggestItems.id, q], queryFn: () => plainApi.call(suggestItems, { query: { q, limit: 6 } }), enabled: q !== '' && q.length <= 50, placeholderData: keepPreviousData,
  });
  if (item) {
    return (
      <Field label={t.item} optional>
        {({ id }) => <p className="share-item" id={id}><strong>{item.name}</strong><Button onClick={() => onChange(null)}>{t.anyItem}</Button></p>}
      </Field>
    );
  }
  const suggestions = typed.trim() === '' ? [] : found.data?.suggestions ?? [];
  return (
    <div>
      <TextField label={t.item} hint={t.itemHint} optional value={typed} maxLength={50} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <ul className="share-suggestions" aria-label={t.suggestions}>
        {suggestions.map(({ itemId, name, departmentName }) => (
          <li key={itemId}><Button variant="quiet" block onClick={() => { setTyped(''); onChange({ id: itemId, name }); }}><span>{name}</span><span className="muted">{departmentName}</span></Button></li>
        ))}
      </ul>
      {q !== '' && typed.trim() !== '' && found.data?.suggestions.length === 0 && <p className="muted" role="status">{t.noItem}</p>}
    </div>
  );
}
