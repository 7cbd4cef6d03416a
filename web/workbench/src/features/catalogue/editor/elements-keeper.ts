import {
  editDraft, getItemVersion, mergeElements, type ElementName, type ItemElements, type ItemVersion, type MergeConflict, type QualityFinding,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, type Stored } from '../../../shared/draft/draft-keeper.ts';

/** An element with a new value; `undefined` leaves it out. */
export function withElement(elements: ItemElements, name: ElementName, value: unknown): ItemElements {
  const { [name]: _before, ...rest } = elements;
  // The controls give each element a value of its own kind; the server checks it against the contract.
  return (value === undefined ? rest : { ...rest, [name]: value }) as ItemElements;
}

function stored({ elements, revision, findings, savedAt, savedByName, abilities }: ItemVersion): Stored<ItemElements, QualityFinding> {
  return { value: elements, revision, findings, savedAt, savedByName, editable: abilities.edit };
}

/** Keeps the elements of a draft, merged element by element and entry by entry with what others save (CAT-02). */
export class ElementsKeeper extends DraftKeeper<ItemElements, QualityFinding, MergeConflict> {
  readonly versionId: string;

  constructor(version: ItemVersion) {
    const at = { params: { versionId: version.versionId } };
    // Whether the version may be edited at all, its pages say themselves.
    super({ ...stored(version), editable: true }, {
      name: `version.${version.versionId}`,
      overtaken: ['catalog.stale', 'catalog.state-refused'],
      read: async () => stored(await api.call(getItemVersion, at)),
      save: (revision, elements) => api.call(editDraft, { ...at, body: { revision, elements } }),
      merge: (base, theirs, mine, choose) => {
        const { elements, conflicts } = mergeElements(base, theirs, mine, choose);
        return { value: elements, conflicts };
      },
    });
    this.versionId = version.versionId;
  }

  get elements(): ItemElements { return this.value; }
}
