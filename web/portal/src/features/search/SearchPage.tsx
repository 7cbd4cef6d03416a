import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Disclosure, EmptyState, Notice, Pagination, Skeleton } from '@tongban/ui';
import { SearchX } from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { useDictionary } from '../../shared/items/dictionary.ts';
import { ItemRow } from '../../shared/items/ItemRow.tsx';
import { ItemSearchBox } from '../../shared/items/ItemSearchBox.tsx';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { useMediaQuery } from '../../shared/use-media-query.ts';
import { Filters } from './Filters.tsx';
import { FoundBundles } from './FoundBundles.tsx';
import { MeantItems } from './MeantItems.tsx';
import { filterOf, type Filter } from './search-filter.ts';
import { text } from './text.ts';
import './search.css';

function useItems(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['catalog.search-items', filter],
    queryFn: ({ pageParam }) => api.call(searchItems, { query: { ...filter, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

function Results({ filter }: { filter: Filter }) {
  const found = useItems(filter);
  if (found.isPending) return <Skeleton lines={10} />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  const remark = text.match[found.data.pages[0]?.match ?? 'all'];
  if (items.length === 0) {
    return (
      <>
        <EmptyState
          icon={<SearchX size={48} aria-hidden="true" />} title={text.emptyTitle}
          action={<ButtonLink to={links.departments()}>{text.byDepartment}</ButtonLink>}
        >
          {text.emptyDetail}
        </EmptyState>
        {filter.q ? <MeantItems q={filter.q} /> : null}
      </>
    );
  }
  return (
    <>
      {remark && filter.q && <Notice>{remark}</Notice>}
      <ul className="item-list" aria-label={text.results}>{items.map((item) => <ItemRow key={item.id} item={item} withSummary />)}</ul>
      <Pagination
        shown={items.length} unit={text.unit} hasMore={found.hasNextPage} busy={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </>
  );
}

/** What the page is called: what was searched, the stage of a life, or whom it is for. */
function useTitle({ q, lifeStage, audience }: Filter): string {
  const [life, stage] = lifeStage?.split(':') ?? [];
  const whose = life === 'company' ? 'company' : 'person';
  const nameOf = useDictionary(`${whose}-life-stage`);
  if (q) return text.titleFor(q);
  if (lifeStage) return text.stageTitle(text.lives[whose], nameOf(stage));
  return audience ? text.titles[audience] : text.title;
}

/** The list of items: every condition is part of the address, so that it can be kept and shared. */
export function SearchPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const wide = useMediaQuery('(min-width: 901px)');
  const filter = filterOf(params);
  const { q, ...keep } = filter;
  const title = useTitle(filter);
  const filters = <Filters filter={filter} onChange={(next) => void navigate(links.search(next))} />;
  return (
    <Page title={title} trail={filter.lifeStage ? [{ to: links.lifeStages(), label: text.stagesTitle }] : []}>
      <div className="search-bar"><ItemSearchBox key={q ?? ''} initial={q ?? ''} keep={keep} /></div>
      <div className="search-columns">
        {wide
          ? <Card compact title={text.filters}>{filters}</Card>
          : <Disclosure title={text.filters}>{filters}</Disclosure>}
        <div className="stack">
          <FoundBundles filter={filter} />
          <Card><Results filter={filter} /></Card>
        </div>
      </div>
    </Page>
  );
}
