import { useQuery } from '@tanstack/react-query';
import { Card, EmptyState } from '@tongban/ui';
import { Link } from 'react-router';
import { listHotItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { ItemRow } from '../../shared/items/ItemRow.tsx';
import { Answer } from '../../shared/layout/Answer.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** The items handled most lately; the first of them are also offered below the search. */
export function useHotItems() {
  return useQuery({
    queryKey: ['catalog.list-hot-items'],
    queryFn: () => api.call(listHotItems, { query: { limit: 10 } }),
    staleTime: 5 * 60_000,
  });
}

export function HotItems() {
  const hot = useHotItems();
  return (
    <Card title={text.hot} aside={<Link to={links.search()}>{text.allItems}</Link>}>
      <Answer query={hot} lines={16}>
        {(data) => (data.items.length === 0
          ? <EmptyState title={text.hotEmpty} />
          : <ul className="item-list item-list--two">{data.items.map((item) => <ItemRow key={item.id} item={item} />)}</ul>)}
      </Answer>
    </Card>
  );
}

export function HotWords() {
  const { data } = useHotItems();
  return (
    <p className="hero__words">
      {data && data.items.length > 0 && (
        <>
          <span>{text.hotWords}</span>
          {data.items.slice(0, 4).map((item) => <Link key={item.id} to={links.item(item.id)}>{item.name}</Link>)}
        </>
      )}
    </p>
  );
}
