import { elementNames, isElementName, isSame, type ElementName, type ImportFinding, type ItemElements } from '../contract.ts';
import { withDepartment } from '../rename-department.ts';
import { digestOf, hashOf, versionMark, type StandingItem } from './find-standing-items.ts';
import { blankElements } from './to-listed-elements.ts';

/** Id of the system actor of the command line's import; its versions may be replaced by later lists. */
export const itemImporter = 'catalog.import-items';

/** One item as a list brings it. */
export interface IncomingItem {
  readonly localTaskCode: string;
  /** The elements the list has; what it does not say stays as it is. */
  readonly said: Partial<ItemElements>;
  readonly findings: readonly ImportFinding[];
  /** Mark of the version that its sender worked on (`versionMark`); absent in lists that come from elsewhere. */
  readonly basedOn?: string | undefined;
}

/** What an incoming item means for what stands; pure, so that a preview and the writing agree. */
export interface IncomingPlan {
  readonly incoming: IncomingItem;
  readonly standing: StandingItem | undefined;
  /** new, changed: can be written. differs: the platform has its own words, to be checked one by one. */
  readonly verdict: 'new' | 'changed' | 'unchanged' | 'differs';
  /** The whole content after writing. */
  readonly elements: ItemElements;
  /** Elements that are written; for a new item, those the list has. */
  readonly changes: readonly ElementName[];
  /** Elements in which list and platform disagree, and that are not written. */
  readonly differences: readonly ElementName[];
  /** What a new item cannot be without. */
  readonly missing: readonly ElementName[];
}

const blankNames = elementNames.filter((name) => name in blankElements);
const needed = ['name', 'taskType', 'regionCode', 'organizationId', 'departmentName'] as const satisfies readonly ElementName[];

/**
 * Decides what a list may write. Content that only lists have written is replaced; so is content whose sender worked on
 * exactly this version. Whatever was edited on the platform is left as it is: only what the list says otherwise than before
 * becomes a difference to check (CAT-12). What the superior list has locked is always a difference. The successor of a merged
 * department is named with the next version, and is no reason for one (ORG-01).
 */
export function planIncoming(incoming: IncomingItem, standing: StandingItem | undefined): IncomingPlan {
  const said = namesOf(incoming.said);
  if (!standing) {
    const elements = withBlanks({ ...incoming.said, localTaskCode: incoming.localTaskCode });
    return { incoming, standing, verdict: 'new', elements, changes: said, differences: [], missing: needed.filter((name) => !elements[name]) };
  }
  const { elements: current, state } = standing.version;
  const news = said.filter((name) => !isSame(incoming.said[name], current[name]));
  // What is under review, or was retired, is for people.
  const writable = state === 'draft' || state === 'published';
  const trusted = writable && (incoming.basedOn === versionMark(standing.version) || isManagedByLists(standing));
  const isLocked = (name: ElementName): boolean => standing.lockedElements.includes(name);
  const succeeds = standing.successorId !== null && incoming.said.organizationId === standing.successorId;
  const isSettled = (name: ElementName): boolean => succeeds && (name === 'organizationId' || name === 'departmentName');
  const writes = trusted ? news.filter((name) => !isLocked(name)) : [];
  const changes = writes.every(isSettled) ? [] : writes;
  const differences = (trusted ? news.filter(isLocked) : news.filter((name) => isLocked(name) || !isOldNews(incoming, standing, name))).filter((name) => !isSettled(name));
  const verdict = changes.length > 0 ? 'changed' : differences.length > 0 ? 'differs' : 'unchanged';
  const written = { ...current, ...pick(incoming.said, changes) };
  const elements = succeeds && changes.length > 0 ? withDepartment(written, { id: written.organizationId, name: written.departmentName }, current.organizationId) : written;
  return { incoming, standing, verdict, elements, changes, differences, missing: [] };
}

/** What a list says of a new item, with nothing where it says nothing. The blanks are laid under it, since most are said. */
function withBlanks(said: Partial<ItemElements>): ItemElements {
  const elements: Partial<Record<ElementName, unknown>> = said;
  for (const name of blankNames) if (elements[name] === undefined) elements[name] = blankElements[name];
  // Every element that an item cannot be without has its blank.
  return elements as ItemElements;
}

/** Whether nobody but lists has written the item's present content. */
export function isManagedByLists({ importDigest, version }: StandingItem): boolean {
  if (importDigest === null) return false;
  return importDigest === digestOf(version.elements) || (version.createdById === itemImporter && version.state === 'published');
}

/** The list said the same before, and the platform has decided otherwise since. */
function isOldNews(incoming: IncomingItem, { said }: StandingItem, name: ElementName): boolean {
  return said !== null && name in said && said[name] === hashOf(incoming.said[name]);
}

/** Names of the elements a list has, in their order. */
export function namesOf(said: Partial<ItemElements>): ElementName[] {
  return elementNames.filter((name) => name !== 'localTaskCode' && said[name] !== undefined);
}

/** Some elements of a whole. */
export function pick(said: Partial<ItemElements>, names: readonly string[]): Partial<ItemElements> {
  return Object.fromEntries(names.filter(isElementName).map((name) => [name, said[name]]));
}
