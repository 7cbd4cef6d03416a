import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { listHotItems, searchItems, type ItemSummary } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, Skeleton, type InputRef } from 'antd';
import { listBundles } from '@tongban/server/src/modules/bundles/contract.ts';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { useShortcut } from '../../shared/keyboard/shortcuts.ts';
import { links } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { DraftList } from './DraftList.tsx';
import { text } from './text.ts';
import './registration.css';

const words = text.search;

/** Where a clerk begins: find the item, or go on with a registration left open (INT-02, INT-06). */
export function RegistrationPage() {
  return (
    <Page title={text.title}>
      <div className="registration">
        <Panel className="registration__search" flush>
          <ItemFinder />
        </Panel>
        <Panel title={text.drafts.title} flush>
          <DraftList />
        </Panel>
      </div>
    </Page>
  );
}

/** How many bundles stand before the items. */
const mostBundles = 3;

interface Found { to: string; name: string; department: string; note: string; promise: string }

const foundItem = ({ id, name, department, handlingMode, promisedDays }: ItemSummary, ticket: string | undefined): Found =>
  ({ to: links.registrationItem(id, ticket), name, department: department.name, note: handlingMode === 'platform' ? '' : text.mode[handlingMode], promise: text.promise(promisedDays) });
const foundBundle = ({ id, name, leadDepartmentName, itemNames }: ResponseOf<typeof listBundles>['bundles'][number], ticket: string | undefined): Found =>
  ({ to: links.registrationBundle(id, ticket), name, department: leadDepartmentName ?? '', note: text.bundle.kind, promise: words.itemCount(itemNames.length) });

/** Finds items, and the bundles of items (一件事) before them. */
function ItemFinder() {
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const field = useRef<InputRef>(null);
  const navigate = useNavigate();
  const ticket = useSearchParams()[0].get('ticket') ?? undefined;
  const q = useDebounced(typed.trim(), 180);
  const found = useQuery({
    queryKey: [searchItems.id, 'window', q],
    enabled: q !== '',
    placeholderData: (before) => before,
    queryFn: () => api.call(searchItems, { query: { q, limit: 20 } }),
  });
  const hot = useQuery({ queryKey: [listHotItems.id], queryFn: () => api.call(listHotItems, { query: { limit: 12 } }) });
  const searching = q !== '';
  const bundles = useQuery({
    queryKey: [listBundles.id, 'window', q], enabled: searching, placeholderData: (before) => before,
    queryFn: () => api.call(listBundles, { query: { q } }),
  });
  const items: readonly Found[] = searching
    ? [...(bundles.data?.bundles ?? []).slice(0, mostBundles).map((bundle) => foundBundle(bundle, ticket)), ...(found.data?.items ?? []).map((item) => foundItem(item, ticket))]
    : (hot.data?.items ?? []).map((item) => foundItem(item, ticket));
  const at = Math.min(index, Math.max(0, items.length - 1));
  const open = (item: Found | undefined) => {
    if (item) void navigate(item.to);
  };
  // Enter pressed before the answer is here opens the first one when it comes.
  const settled = searching && q === typed.trim() && [found, bundles].every(({ isPlaceholderData, isPending }) => !isPlaceholderData && !isPending);
  const [eager, setEager] = useState(false);
  const first = items[0];
  useEffect(() => {
    if (!eager || !settled) return;
    setEager(false);
    if (first) void navigate(first.to);
  }, [eager, settled, first, navigate]);
  useShortcut({ keys: ['/'], label: sharedText.keys.search, scope: 'here' }, () => field.current?.focus({ cursor: 'all' }));

  return (
    <>
      <div className="finder__field">
        <Input
          ref={field}
          size="large"
          autoFocus
          allowClear
          value={typed}
          maxLength={100}
          placeholder={words.placeholder}
          aria-label={words.label}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
            setEager(false);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              setIndex(Math.min(items.length - 1, at + 1));
            }
            if (event.key === 'ArrowUp') {
              event.preventDefault();
              setIndex(Math.max(0, at - 1));
            }
            if (event.key === 'Enter' && typed.trim() === '') open(items[at]);
            else if (event.key === 'Enter') {
              if (settled) open(items[at]);
              else setEager(true);
            }
          }}
        />
        <p className="faint small">{words.hint}</p>
      </div>
      <h2 className="finder__title">
        {searching ? (found.data?.match === 'similar' && items.length > 0 ? words.similar : words.found) : words.common}
      </h2>
      {(searching ? found : hot).isPending ? (
        <div className="finder__wait">
          <Skeleton active title={false} />
        </div>
      ) : null}
      {searching && found.data && bundles.data && items.length === 0 ? <p className="finder__none muted">{words.none}</p> : null}
      <ul className="finder">
        {items.map((item, place) => (
          <li key={item.to}>
            <button
              type="button"
              className={place === at ? 'finder__item is-active' : 'finder__item'}
              onClick={() => open(item)}
              onMouseEnter={() => setIndex(place)}
            >
              <span className="finder__name">{item.name}</span>
              <span className="muted">{item.department}</span>
              <span className="muted">{item.note}</span>
              <span className="number muted">{item.promise}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
