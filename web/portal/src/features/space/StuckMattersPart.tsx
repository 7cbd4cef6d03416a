import { Badge, Card } from '@tongban/ui';
import { MessageSquareWarning } from 'lucide-react';
import { Link } from 'react-router';
import { listOwnMatters, type OwnMatter } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { api } from '../../shared/api.ts';
import { toneOfMatter } from '../../shared/cases/matter-tone.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { PagedList } from './PagedList.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.stuckMatters;

function MatterRow({ one }: { one: OwnMatter }) {
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title"><Link to={links.stuckMatter(one.id)}>{one.itemName ?? one.reason}</Link><Badge tone={toneOfMatter(one)}>{one.stateLabel}</Badge></p>
        <p>{one.content.length > 60 ? `${one.content.slice(0, 60)}……` : one.content}</p>
        <p className="muted">{t.number} {one.number}，{t.at(formatDate(one.registeredAt))}{one.organizationName && `，${one.organizationName}`}</p>
      </div>
      {one.abilities.giveWord && <ButtonLink variant="primary" to={links.stuckMatter(one.id)}>{t.giveWord}</ButtonLink>}
    </li>
  );
}

/** 我的反映: what I could not get done, and what came of it. */
export function StuckMattersPart() {
  return (
    <SpacePart title={text.parts.stuckMatters} lead={t.lead} aside={<ButtonLink variant="primary" to={links.reportStuckMatter()}>{t.report}</ButtonLink>}>
      <Card>
        <PagedList
          queryKey={['stuck-matters.list-own-matters']} unit={t.unit} load={(page) => api.call(listOwnMatters, { query: page })}
          empty={{ icon: <MessageSquareWarning size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail }}
        >
          {(items) => <ul className="space-list">{items.map((one) => <MatterRow key={one.id} one={one} />)}</ul>}
        </PagedList>
      </Card>
    </SpacePart>
  );
}
