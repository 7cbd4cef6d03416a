import { useQuery } from '@tanstack/react-query';
import { Card } from '@tongban/ui';
import { ChevronRight, Layers } from 'lucide-react';
import { Link } from 'react-router';
import { listBundles } from '@tongban/server/src/modules/bundles/contract.ts';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import type { Filter } from './search-filter.ts';
import { text } from './text.ts';

const shown = 3;

/** Bundles by the name that was searched, before the single items that they are made of (PTL-04, BDL-01); nothing where there is none. */
export function FoundBundles({ filter: { q, audience } }: { filter: Filter }) {
  const { data } = useQuery({
    queryKey: [listBundles.id, audience, q], enabled: q !== undefined, meta: { public: true },
    queryFn: () => api.call(listBundles, { query: { ...(audience ? { audience } : {}), ...(q ? { q } : {}) } }),
  });
  if (!data || data.bundles.length === 0) return null;
  return (
    <Card compact title={text.bundles} aside={data.bundles.length > shown ? <Link to={links.bundles()}>{text.allBundles(data.bundles.length)}</Link> : undefined}>
      <ul className="found-bundles">
        {data.bundles.slice(0, shown).map(({ id, name, itemNames }) => (
          <li key={id}>
            <Link to={links.bundle(id)}>
              <Layers size={22} aria-hidden="true" />
              <span><strong>{name}</strong><span className="muted">{text.bundleItems(itemNames.length)}：{itemNames.join('、')}</span></span>
              <ChevronRight size={20} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
