import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { listBundles } from '@tongban/server/src/modules/bundles/contract.ts';
import { Input, type InputRef } from 'antd';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../shared/api.ts';
import { useShortcut } from '../shared/keyboard/shortcuts.ts';
import { links } from '../shared/links.ts';
import { useHolds } from '../shared/session/session.ts';
import { text as sharedText } from '../shared/text.ts';
import { useDebounced } from '../shared/use-debounced.ts';
import { text } from './text.ts';

const words = text.search;
const offered = 6;

/** Where typed words lead: the list of cases, or the registration of an item. */
interface Way { key: string; to: string; name: string; detail: string }

/** Search of every page: cases by number, applicant or item; for who registers at a window also the items, each one key from its registration (INT-01, INT-02). */
export function TopSearch() {
  const field = useRef<InputRef>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const [finds, registers] = [useHolds('cases.case.view'), useHolds('intake.case.register')];
  const q = typed.trim();
  const asked = useDebounced(q, 150);
  const items = useQuery({
    queryKey: [searchItems.id, 'top', asked], enabled: registers && open && asked !== '', placeholderData: (before) => before,
    queryFn: () => api.call(searchItems, { query: { q: asked, limit: offered } }),
  }).data?.items ?? [];
  const bundles = useQuery({
    queryKey: [listBundles.id, 'top', asked], enabled: registers && open && asked !== '', placeholderData: (before) => before,
    queryFn: () => api.call(listBundles, { query: { q: asked } }),
  }).data?.bundles ?? [];
  useShortcut({ keys: ['/'], label: sharedText.keys.search, scope: 'anywhere' }, finds ? () => field.current?.focus({ cursor: 'all' }) : undefined);
  if (!finds) return <div className="top__search" />;

  const ways: readonly Way[] = [
    { key: 'cases', to: links.cases({ q }), name: words.cases(q), detail: '' },
    ...(q === '' ? [] : bundles.slice(0, 2)).map(({ id, name, leadDepartmentName }) => ({ key: id, to: links.registrationBundle(id), name: `${words.register}：${name}`, detail: `${words.bundle}　${leadDepartmentName ?? ''}` })),
    ...(q === '' ? [] : items).map((item) => ({
      key: item.id, to: links.registrationItem(item.id), name: `${words.register}：${item.name}`,
      detail: item.promisedDays === null ? item.department.name : `${item.department.name}　${item.promisedDays === 0 ? words.instant : words.days(item.promisedDays)}`,
    })),
  ];
  const shown = open && registers && q !== '';
  const active = Math.min(at, ways.length - 1);
  const go = (way: Way | undefined) => {
    if (!way) return;
    setOpen(false);
    if (way.key !== ways[0]?.key) setTyped('');
    field.current?.blur();
    void navigate(way.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') field.current?.blur();
    if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(ways.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))));
    }
  };
  return (
    <form
      className="top__search" role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(shown ? ways[active] : ways[0]);
      }}
    >
      <div className="top__finder">
        <Input
          ref={field} value={typed} allowClear prefix={<SearchOutlined className="faint" />} suffix={typed ? null : <kbd>/</kbd>} maxLength={100}
          placeholder={words.placeholder} aria-label={words.label} autoComplete="off"
          {...(registers ? { 'role': 'combobox', 'aria-expanded': shown, 'aria-controls': list, 'aria-autocomplete': 'list' as const } : {})}
          {...(shown ? { 'aria-activedescendant': `${list}-${active}` } : {})}
          onChange={(event) => { setTyped(event.target.value); setAt(0); setOpen(true); }} onKeyDown={press} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}
        />
        {shown ? (
          <ul id={list} className="top__ways" role="listbox" aria-label={words.results}>
            {ways.map((way, place) => (
              <li
                key={way.key} id={`${list}-${place}`} role="option" aria-selected={place === active} className={place === active ? 'is-active' : ''}
                onMouseEnter={() => setAt(place)} onMouseDown={(event) => { event.preventDefault(); go(way); }}
              >
                <span>{way.name}</span><span className="muted small">{way.detail}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </form>
  );
}
