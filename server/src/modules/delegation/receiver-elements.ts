import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import type { Organization } from '../../kernel/organization/contract.ts';
import { elementNames, type ElementName, type ItemElements } from '../catalog/contract.ts';
import type { ChangeableName, DelegationKind } from './contract.ts';
import { departmentTypes } from './power-source.ts';

/** What a delegation makes of an item. */
export interface Handover {
  readonly delegationId: string;
  readonly kind: DelegationKind;
  readonly powerSource: string;
  readonly giver: Organization;
  readonly receiver: Organization;
  /** 行使层级 of the receiver's region. */
  readonly level: string;
}

const codeMarks: Readonly<Record<DelegationKind, string>> = { devolve: 'XF', authorise: 'SQ', entrust: 'WT' };

/** Elements that a receiver's list has of its own and never takes from the giver's. */
const ownNames: readonly ElementName[] = [
  'localTaskCode', 'taskCode', 'handlingItemCode', 'organizationId', 'departmentName', 'departmentType', 'entrustingDepartmentName', 'regionCode', 'townCode', 'villageCode',
  'exerciseLevel', 'powerSource', 'handlingDepartments', 'planEffectiveDate', 'planCancelDate',
];

/** The implementation list of the receiver: the giver's as published, exercised by the receiver from the new source of power. */
export function receiverElements(given: ItemElements, handover: Handover): ItemElements {
  const { kind, powerSource, giver, receiver, level, delegationId } = handover;
  const credit = receiver.code === null ? undefined : checkUnifiedSocialCreditCode(receiver.code);
  const { taskCode: _task, handlingItemCode: _handling, townCode: _town, villageCode: _village, planEffectiveDate: _from, planCancelDate: _to, ...rest } = given;
  return {
    ...rest,
    ...(credit?.ok && given.catalogCode ? { taskCode: `${credit.normalized}${level}${given.catalogCode}` } : {}),
    localTaskCode: `${given.localTaskCode.slice(0, 80)}-${codeMarks[kind]}${delegationId.replaceAll('-', '').slice(-12)}`,
    organizationId: receiver.id, departmentName: (receiver.shortName ?? receiver.name).slice(0, 100), departmentType: departmentTypes[kind], regionCode: receiver.regionCode,
    exerciseLevel: level, powerSource, ...(kind === 'entrust' ? { entrustingDepartmentName: giver.name } : {}),
    handlingDepartments: handlersOf(given, handover),
  };
}

/** The receiver stands where the giver stood; an entrusted one acts in the name of the giver (行政许可法第二十四条). */
function handlersOf({ handlingDepartments }: ItemElements, { kind, giver, receiver }: Handover): ItemElements['handlingDepartments'] {
  const name = (receiver.shortName ?? receiver.name).slice(0, 100);
  const moved = handlingDepartments.map((department) => department.organizationId === giver.id ? { ...department, organizationId: receiver.id, name } : department);
  return kind === 'entrust' ? [...moved, { organizationId: giver.id, name: (giver.shortName ?? giver.name).slice(0, 100), role: 'entrusting' }] : moved;
}

/** What the receiver may not change: everything the giver did not leave to it. */
export function lockedNames(changeable: readonly ChangeableName[]): ElementName[] {
  const free = new Set<string>(changeable);
  return elementNames.filter((name) => !free.has(name));
}

/** The elements in which a receiver's list follows the giver's. */
export function followedElements(given: ItemElements, changeable: readonly ChangeableName[]): Partial<ItemElements> {
  const names = lockedNames(changeable).filter((name) => !ownNames.includes(name));
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}
