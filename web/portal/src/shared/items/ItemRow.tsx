import { Badge } from '@tongban/ui';
import { Building2, Clock, Footprints, MonitorSmartphone } from 'lucide-react';
import { Link } from 'react-router';
import type { ItemSummary } from '@tongban/server/src/modules/catalog/contract.ts';
import { formatPromise, formatVisits } from '../format/limits.ts';
import { links } from '../links.ts';
import { itemText } from './text.ts';
import './items.css';

/** One item of a list: its name, and at once how long, how often to come and whether it can be done here. */
export function ItemRow({ item, withSummary = false }: { item: ItemSummary; withSummary?: boolean }) {
  const promise = formatPromise(item.promisedDays);
  const visits = formatVisits(item.visitCount);
  return (
    <li className="item-row">
      <Link className="item-row__name" to={links.item(item.id)}>{item.name}</Link>
      {withSummary && item.handlingMode === 'platform' && <Badge tone="info" icon={<MonitorSmartphone size={15} aria-hidden="true" />}>{itemText.mode.platform}</Badge>}
      {withSummary && item.summary && <p className="item-row__summary">{item.summary}</p>}
      <ul className="item-row__facts">
        <li><Building2 size={16} aria-hidden="true" /><span className="tb-hidden">{itemText.department}：</span>{item.department.name}</li>
        {promise && <li><Clock size={16} aria-hidden="true" /><span className="tb-hidden">{itemText.limit}：</span>{promise}</li>}
        {visits && <li><Footprints size={16} aria-hidden="true" /><span className="tb-hidden">{itemText.visits}：</span>{visits}</li>}
      </ul>
    </li>
  );
}
