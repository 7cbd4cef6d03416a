import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import type { Organization } from '../../../kernel/organization/contract.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { EntryElements } from '../entry.contract.ts';
import { inheritedValue, lockedNames, takeOver } from '../inherited-values.ts';
import { inheritedNames, type InheritedName } from '../entry.contract.ts';

/** Longest name that an implementation list takes; the few longer names of directories are cut for the editor to shorten. */
const longestName = 200;

interface Place {
  readonly organization: Organization;
  readonly level: string;
  readonly mainItemName: string | undefined;
  /** Which list of this department for the entry it is, counted from 1: a code is never used twice. */
  readonly edition: number;
}

/** The first draft of an implementation list that a confirmed claim brings into being: what the entry says, and the place. */
export function newItemElements(entry: EntryElements, place: Place): ItemElements {
  const { organization, level, mainItemName, edition } = place;
  const credit = organization.code === null ? undefined : checkUnifiedSocialCreditCode(organization.code);
  const code = entry.catalogCode ?? entry.localCatalogCode ?? '';
  const objects = entry.publicElements.serviceObjects ?? [];
  const bare: ItemElements = {
    name: entry.name.slice(0, longestName), aliases: [], ...(mainItemName === undefined ? {} : { mainItemName: mainItemName.slice(0, longestName) }),
    ...(credit?.ok && entry.catalogCode ? { taskCode: `${credit.normalized}${level}${entry.catalogCode}` } : {}),
    localTaskCode: `${code}-${organization.regionCode}-000-${credit?.ok ? credit.normalized : organization.id.replaceAll('-', '').slice(-18)}-${edition}-00`,
    taskType: entry.taskType, regionCode: organization.regionCode, exerciseLevel: level, powerSource: '1', departmentType: '1',
    organizationId: organization.id, departmentName: (organization.shortName ?? organization.name).slice(0, 100),
    handlingDepartments: [], serviceObjects: [],
    audiences: [...(objects.includes('1') ? ['person' as const] : []), ...(objects.some((object) => object !== '1') ? ['company' as const] : [])],
    agentAllowed: true, legalBases: [], conditions: [], materials: [], flowSteps: [], specialProcedures: [], fees: [], results: [], handlingForms: [],
    crossRegionScopes: [], onlineAvailable: false, onlineDepths: [], personTopics: [], companyTopics: [], tags: [], windows: [], faqs: [], forms: [],
    handling: { mode: 'window' },
  };
  return inheritedNames.filter((name) => name !== 'name').reduce((elements, name) => inherit(entry, name, elements), bare);
}

function inherit(entry: EntryElements, name: InheritedName, elements: ItemElements): ItemElements {
  const value = inheritedValue(entry, name);
  return value === undefined ? elements : { ...elements, ...takeOver(name, value, elements) };
}

/** What is fixed in such a list; a name that had to be cut is not. */
export function fixedNames(entry: EntryElements): InheritedName[] {
  return lockedNames(entry).filter((name) => name !== 'name' || entry.name.length <= longestName);
}
