import { useQuery } from '@tanstack/react-query';
import { Card } from '@tongban/ui';
import { Link } from 'react-router';
import { audiences, listLifeStages, type LifeStage } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import './search.css';

function Stage({ stage: { audience, code, name, itemCount, items } }: { stage: LifeStage }) {
  if (itemCount === 0) {
    return (
      <li className="life-stage life-stage--empty">
        <span className="life-stage__name">{name}</span>
        <p>{text.emptyStage}</p>
      </li>
    );
  }
  return (
    <li className="life-stage">
      <Link className="life-stage__name" to={links.search({ lifeStage: `${audience}:${code}` })} aria-label={text.allOfStage(name, itemCount)}>
        <span>{name}</span>
        <span className="life-stage__count">{text.itemCount(itemCount)}</span>
      </Link>
      <ul className="life-stage__items">
        {items.map((item) => <li key={item.itemId}><Link to={links.item(item.itemId)}>{item.name}</Link></li>)}
      </ul>
    </li>
  );
}

/** The stages of a person's and of a company's life in their order, with what is done at each (CAT-07). */
export function LifeStagesPage() {
  const stages = useQuery({ queryKey: [listLifeStages.id], queryFn: () => api.call(listLifeStages, { query: {} }), staleTime: 10 * 60_000, meta: { public: true } });
  return (
    <Page title={text.stagesTitle} lead={<p>{text.stagesLead}</p>}>
      <div className="stack">
        {audiences.map((audience) => (
          <Card key={audience} title={text.lives[audience]}>
            <Answer query={stages} lines={8}>
              {(data) => {
                const life = data.stages.filter((stage) => stage.audience === audience);
                if (life.every(({ itemCount }) => itemCount === 0)) return <p>{text.emptyLife} <Link to={links.departments()}>{text.byDepartment}</Link></p>;
                return <ol className="life-stages">{life.map((stage) => <Stage key={stage.code} stage={stage} />)}</ol>;
              }}
            </Answer>
          </Card>
        ))}
      </div>
    </Page>
  );
}
