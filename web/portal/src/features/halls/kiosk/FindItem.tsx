import { useQuery } from '@tanstack/react-query';
import { TextField } from '@tongban/ui';
import { useState } from 'react';
import { searchHallItems } from '@tongban/server/src/modules/halls/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { Answer } from '../../../shared/layout/Answer.tsx';
import { text } from '../text.ts';
import type { Wanted } from './wanted.ts';

const t = text.kiosk;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const longest = 50;

/** The item by its name or pinyin, those most used first; it leads to its queue. A kiosk has no keyboard: the letters of the pinyin are on the screen. */
export function FindItem({ hallId, onChoose }: { hallId: string; onChoose: (wanted: Wanted) => void }) {
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useQuery({ queryKey: [searchHallItems.id, hallId, q], placeholderData: (before) => before, queryFn: () => plainApi.call(searchHallItems, { params: { hallId }, query: q ? { q } : {} }) });
  return (
    <>
      <h2>{t.chooseItem}</h2>
      <TextField className="kiosk__typed" label={t.findItem} value={typed} maxLength={longest} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <div className="kiosk__letters" role="group" aria-label={t.letters}>
        {letters.map((letter) => <button key={letter} type="button" className="kiosk__key" onClick={() => setTyped((before) => (before + letter.toLowerCase()).slice(0, longest))}>{letter}</button>)}
        <button type="button" className="kiosk__key" onClick={() => setTyped('')}>{t.clear}</button>
        <button type="button" className="kiosk__key" aria-label={t.eraseLetter} onClick={() => setTyped((before) => before.slice(0, -1))}>{t.erase}</button>
      </div>
      <Answer query={found}>
        {({ items }) => (items.length === 0 ? <p className="kiosk__lead">{t.noItem}</p> : (
          <div className="kiosk__choices">
            {items.map((item) => (
              <button key={item.itemId} type="button" className="kiosk__choice" onClick={() => onChoose({ queueId: item.queueId, itemId: item.itemId, name: item.itemName })}>
                <b className="kiosk__item">{item.itemName}</b>
                <span>{item.departmentName}　{item.queueName}</span>
              </button>
            ))}
          </div>
        ))}
      </Answer>
    </>
  );
}
