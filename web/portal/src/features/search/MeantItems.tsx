import { useQuery } from '@tanstack/react-query';
import { suggestMeant } from '@tongban/server/src/modules/intelligence/contract.ts';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** Items that somebody who found nothing may have meant, and how they were found; nothing where none can be told. */
export function MeantItems({ q }: { q: string }) {
  const meant = useQuery({ queryKey: [suggestMeant.id, q], retry: false, staleTime: 60_000, queryFn: () => api.call(suggestMeant, { query: { q: [...q].slice(0, 100).join('') } }) });
  if (!meant.data || meant.data.items.length === 0) return null;
  return (
    <section className="meant" aria-label={text.meant.title}>
      <h2>{text.meant.title}</h2>
      <ul>
        {meant.data.items.map(({ itemId, name, departmentName }) => <li key={itemId}><Link to={links.item(itemId)}>{name}</Link> <span className="meant__department">{departmentName}</span></li>)}
      </ul>
      <p className="meant__way">{text.meant.by[meant.data.by]}</p>
    </section>
  );
}
