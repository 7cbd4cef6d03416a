import { useQuery } from '@tanstack/react-query';
import { Card } from '@tongban/ui';
import { Layers } from 'lucide-react';
import { Link } from 'react-router';
import { listBundles } from '@tongban/server/src/modules/bundles/contract.ts';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

const shown = 6;

/** The way in by what somebody is up to; nothing as long as the city has published no bundle. */
export function Bundles() {
  const { data } = useQuery({ queryKey: [listBundles.id, 'home'], queryFn: () => api.call(listBundles, { query: {} }), staleTime: 5 * 60_000, meta: { public: true } });
  if (!data || data.bundles.length === 0) return null;
  return (
    <Card title={text.bundles} aside={<Link to={links.bundles()}>{text.allBundles}</Link>}>
      <p className="muted">{text.bundlesHint}</p>
      <ul className="home-bundles">
        {data.bundles.slice(0, shown).map((bundle) => (
          <li key={bundle.id}>
            <Link className="quick__link" to={links.bundle(bundle.id)}>
              <Layers size={26} aria-hidden="true" />
              <span className="quick__text"><span className="quick__title">{bundle.name}</span><span className="quick__hint">{text.bundleItems(bundle.itemNames.length)}：{bundle.itemNames.join('、')}</span></span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
