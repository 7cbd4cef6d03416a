import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Completion } from './use-completion.ts';

/** What is offered below a field; clicking leaves the cursor in the field. */
export function SuggestionList({ completion, anchor, id }: { completion: Completion; anchor: RefObject<HTMLElement | null>; id: string }) {
  const { found, chosen, close, pick } = completion;
  const [place, setPlace] = useState<{ left: number; top: number; minWidth: number }>();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const box = anchor.current?.getBoundingClientRect();
    if (!found || !box) return;
    const room = window.innerHeight - box.bottom;
    const height = Math.min(280, found.list.length * 30 + 34);
    setPlace({ left: Math.max(8, Math.min(box.left, window.innerWidth - 330)), top: room < height && box.top > height ? box.top - height - 4 : box.bottom + 2, minWidth: Math.min(box.width, 320) });
  }, [found, anchor]);
  const latest = useRef(close);
  useEffect(() => { latest.current = close; });
  const open = found !== undefined;
  useEffect(() => {
    if (!open) return undefined;
    // It stands beside the page; when the page moves below it, it would point at something else.
    const away = (event: Event) => { if (event.type === 'resize' || !(event.target instanceof Node && list.current?.contains(event.target))) latest.current(); };
    window.addEventListener('scroll', away, true);
    window.addEventListener('resize', away);
    return () => {
      window.removeEventListener('scroll', away, true);
      window.removeEventListener('resize', away);
    };
  }, [open]);
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  if (!found || !place) return null;
  return createPortal(
    <div className="ee-suggestions" style={place} onMouseDown={(event) => event.preventDefault()}>
      <ul ref={list} id={id} role="listbox" aria-label="可以填入">
        {found.list.map((suggestion, index) => (
          <li key={suggestion.key} id={`${id}-${index}`} role="option" aria-selected={index === chosen} onClick={() => pick(suggestion)}>
            <span>{suggestion.label}</span>
            <span>{suggestion.note}</span>
          </li>
        ))}
      </ul>
      <p>↑↓ 选择，Enter 填入</p>
    </div>,
    document.body,
  );
}
