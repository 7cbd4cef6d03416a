import { editVersion, getVersion, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, type Stored } from '../../../shared/draft/draft-keeper.ts';
import { draftOf, type RuleDraft } from './draft.ts';
import { mergeDrafts, type RuleConflict } from './merge.ts';

function stored(version: RuleVersion): Stored<RuleDraft, never> {
  const { revision, updatedAt, updatedByName, abilities } = version;
  return { value: draftOf(version), revision, findings: [], savedAt: updatedAt, savedByName: updatedByName, editable: abilities.edit };
}

/** Keeps a draft of rules, merged decision by decision with what others save (DEC-02). */
export class RuleKeeper extends DraftKeeper<RuleDraft, never, RuleConflict> {
  constructor(version: RuleVersion) {
    const at = { params: { versionId: version.id } };
    super(stored(version), {
      name: `rules.${version.id}`,
      overtaken: ['rules.stale', 'rules.not-draft'],
      read: async () => stored(await api.call(getVersion, at)),
      save: async (revision, draft) => {
        const { revision: next, updatedAt } = await api.call(editVersion, { ...at, body: { revision, ...draft } });
        return { revision: next, savedAt: updatedAt, findings: [] };
      },
      merge: mergeDrafts,
    });
  }
}
