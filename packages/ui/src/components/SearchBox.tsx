import { Search } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { useUiText } from '../locale.ts';
import { Button } from './Button.tsx';

export interface Suggestion {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
}

export interface SearchBoxProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  onSearch: (value: string) => void;
  suggestions?: readonly Suggestion[];
  onPick?: (id: string) => void;
  large?: boolean;
}

/** A search field with suggestions in the ARIA combobox pattern; nothing is chosen until a key or a press says so. */
export function SearchBox({ label, placeholder, value, onChange, onSearch, suggestions = [], onPick, large = false }: SearchBoxProps) {
  const id = useId();
  const text = useUiText();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = open && suggestions.length > 0;
  const current = shown ? suggestions[active] : undefined;

  function close() { setOpen(false); setActive(-1); }
  function pick(one: Suggestion) { close(); onPick?.(one.id); }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && shown) { event.preventDefault(); close(); }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => { const next = now + step; return next >= suggestions.length ? -1 : next < -1 ? suggestions.length - 1 : next; });
    }
    if (event.key === 'Enter' && current) { event.preventDefault(); pick(current); }
  }

  return (
    <form
      role="search" className={classes('tb-search', large && 'tb-search--large')}
      onSubmit={(event) => { event.preventDefault(); close(); onSearch(value.trim()); }}
      onBlur={() => { closing.current = setTimeout(close, 150); }}
      onFocus={() => clearTimeout(closing.current)}
    >
      <div className="tb-search__bar">
        <label className="tb-hidden" htmlFor={id}>{label}</label>
        <input
          id={id} className="tb-input" type="search" role="combobox" autoComplete="off" enterKeyHint="search" maxLength={100}
          placeholder={placeholder} value={value}
          aria-autocomplete="list" aria-expanded={shown} aria-controls={`${id}-list`} aria-activedescendant={current ? `${id}-${active}` : undefined}
          onChange={(event) => { onChange(event.target.value); setOpen(true); setActive(-1); }}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" variant="primary" icon={<Search size={20} aria-hidden="true" />}>{text.search}</Button>
      </div>
      <ul className="tb-search__list" id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
        {suggestions.map((one, index) => (
          <li
            key={one.id} id={`${id}-${index}`} role="option" className="tb-search__option" aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()} onClick={() => pick(one)}
          >
            <span>{one.label}</span>
            {one.hint !== undefined && <span className="tb-search__hint">{one.hint}</span>}
          </li>
        ))}
      </ul>
      <span className="tb-hidden" aria-live="polite">{open && value ? text.suggestions(suggestions.length) : ''}</span>
    </form>
  );
}
