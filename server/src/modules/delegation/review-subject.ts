import type { ReviewSubject } from '../../kernel/reviews/index.ts';
import { delegationKindLabels } from './contract.ts';
import type { DelegationItemRow, DelegationRow } from './queries/record.ts';

/** A delegation as the inbox of its reviewers names it. */
export function reviewedDelegation(row: Pick<DelegationRow, 'id' | 'kind' | 'giverName' | 'receiverName'>, items: readonly Pick<DelegationItemRow, 'itemName'>[]): ReviewSubject {
  const [first] = items;
  const more = items.length > 1 ? `等${items.length}项` : '';
  return { type: 'delegation', id: row.id, number: '', title: `${delegationKindLabels[row.kind]}“${first?.itemName ?? ''}”${more}给${row.receiverName}`, name: row.giverName };
}
