import { regionWithin } from '../../kernel/access/index.ts';
import type { Organization } from '../../kernel/organization/contract.ts';
import type { DelegationKind } from './contract.ts';
import { fail } from './errors.ts';

/** How the receiver stands to the giver: in the same region or in one below. */
export function relationOf(giver: Organization, receiver: Organization): 'same' | 'below' | undefined {
  if (giver.regionCode === receiver.regionCode) return 'same';
  return regionWithin(giver.regionCode, receiver.regionCode) ? 'below' : undefined;
}

/**
 * 权力来源 of the receiver's lists: 2 上级下放, 3 上级授权, 4 同级授权, 5 上级委托, 6 同级委托.
 * @throws delegation.not-below, delegation.not-related
 */
export function powerSourceOf(kind: DelegationKind, giver: Organization, receiver: Organization): string {
  const relation = relationOf(giver, receiver);
  if (kind === 'devolve' && relation !== 'below') throw fail('delegation.not-below', { giver: giver.name, receiver: receiver.name });
  if (relation === undefined) throw fail('delegation.not-related', { giver: giver.name, receiver: receiver.name });
  if (kind === 'devolve') return '2';
  if (kind === 'authorise') return relation === 'below' ? '3' : '4';
  return relation === 'below' ? '5' : '6';
}

/** 实施主体性质 of the receiver: 法定机关, 授权组织 or 受委托组织. */
export const departmentTypes: Readonly<Record<DelegationKind, string>> = { devolve: '1', authorise: '2', entrust: '3' };
