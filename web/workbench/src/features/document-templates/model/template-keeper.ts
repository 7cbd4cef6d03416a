import { isSame, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { editVersion, getVersion, type TemplateContent, type TemplateVersion } from '@tongban/server/src/modules/templates/contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, type Stored } from '../../../shared/draft/draft-keeper.ts';
import { text } from '../text.ts';

/** What is written in a draft. */
export interface TemplateDraft {
  readonly content: TemplateContent;
  readonly note: string;
}

function stored({ content, note, revision, updatedAt, updatedByName, abilities }: TemplateVersion): Stored<TemplateDraft, never> {
  return { value: { content, note }, revision, findings: [], savedAt: updatedAt, savedByName: updatedByName, editable: abilities.edit };
}

/** A letter makes no sense by halves: when two people changed it, one of the two is chosen as a whole. */
export function mergeTemplates(base: TemplateDraft, theirs: TemplateDraft, mine: TemplateDraft, choose: (path: string) => MergeChoice): { value: TemplateDraft; conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const one = <K extends keyof TemplateDraft>(path: K): TemplateDraft[K] => {
    const [from, other, own]: [TemplateDraft[K], TemplateDraft[K], TemplateDraft[K]] = [base[path], theirs[path], mine[path]];
    if (isSame(other, own) || isSame(from, other)) return own;
    if (isSame(from, own)) return other;
    conflicts.push({ path, label: text.merge[path], base: from, theirs: other, mine: own });
    return choose(path) === 'mine' ? own : other;
  };
  return { value: { content: one('content'), note: one('note') }, conflicts };
}

/** Keeps the draft of a template while it is worded (HND-05). */
export class TemplateKeeper extends DraftKeeper<TemplateDraft, never, MergeConflict> {
  constructor(version: TemplateVersion) {
    const at = { params: { versionId: version.id } };
    super(stored(version), {
      name: `document-template.${version.id}`,
      overtaken: ['templates.stale', 'templates.not-draft'],
      read: async () => stored(await api.call(getVersion, at)),
      save: async (revision, draft) => {
        const { revision: next, updatedAt } = await api.call(editVersion, { ...at, body: { revision, ...draft } });
        return { revision: next, savedAt: updatedAt, findings: [] };
      },
      merge: mergeTemplates,
    });
  }
}
