import { useQuery } from '@tanstack/react-query';
import { Badge, Card, EmptyState, SelectField, TextField } from '@tongban/ui';
import { ChevronRight, Layers } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listBundles } from '@tongban/server/src/modules/bundles/contract.ts';
import { audiences } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { text } from './text.ts';
import './bundles.css';

/** Every published bundle, for persons and companies (PTL-04, BDL-01). */
export function BundlesPage() {
  const [params, setParams] = useSearchParams();
  const audience = audiences.find((one) => one === params.get('audience'));
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const q = useDebounced(typed.trim(), 250);
  const bundles = useQuery({
    queryKey: [listBundles.id, audience, q], placeholderData: (before) => before, meta: { public: true },
    queryFn: () => api.call(listBundles, { query: { ...(audience ? { audience } : {}), ...(q ? { q } : {}) } }),
  });
  const narrowed = audience !== undefined || q !== '';
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <div className="stack">
        <div className="bundle-filters">
          <TextField label={text.search} type="search" placeholder={text.placeholder} value={typed} maxLength={100} onChange={({ target }) => setTyped(target.value)} />
          <SelectField
            label={text.audience} value={audience ?? ''} options={[{ value: '', label: text.all }, ...audiences.map((one) => ({ value: one, label: text.audiences[one] }))]}
            onChange={({ target }) => setParams(target.value === '' ? {} : { audience: target.value }, { replace: true })}
          />
        </div>
        <Answer query={bundles} lines={8}>
          {(data) => (data.bundles.length === 0 ? (
            <EmptyState icon={<Layers size={48} aria-hidden="true" />} title={narrowed ? text.empty : text.none} action={<ButtonLink to={links.search(q ? { q } : {})}>{text.toItems}</ButtonLink>}>
              {narrowed ? text.emptyDetail : text.noneDetail}
            </EmptyState>
          ) : (
            <ul className="bundle-list">
              {data.bundles.map((bundle) => (
                <li key={bundle.id}>
                  <Card>
                    <Link className="bundle-list__link" to={links.bundle(bundle.id)}>
                      <span className="bundle-list__name">{bundle.name}</span>
                      <Badge tone="info">{text.audiences[bundle.audience]}</Badge>
                      <ChevronRight size={20} aria-hidden="true" />
                    </Link>
                    {bundle.summary && <p>{bundle.summary}</p>}
                    <p className="muted">{text.itemCount(bundle.itemNames.length)}：{bundle.itemNames.join('、')}</p>
                  </Card>
                </li>
              ))}
            </ul>
          ))}
        </Answer>
      </div>
    </Page>
  );
}
