import type { DelegationLine } from '@tongban/server/src/modules/delegation/contract.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const soon = 30;

/** From when to when, and how long it still lasts. */
export function Period({ of: one }: { of: Pick<DelegationLine, 'startsOn' | 'endsOn' | 'daysLeft'> }) {
  return (
    <>
      <span className="number">{text.to(formatDate(one.startsOn), one.endsOn ? formatDate(one.endsOn) : text.long)}</span>{' '}
      {one.daysLeft !== null && one.daysLeft <= soon ? <Tag tone="warning">{text.left(one.daysLeft)}</Tag> : null}
    </>
  );
}
