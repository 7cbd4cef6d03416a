import { migrateAnswers, type MovedAnswer } from '@tongban/form-model';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { getPublishedItem, type PinnedVersion } from '../catalog/index.ts';
import type { NewerGuide } from './contract.ts';
import { getDraftVersion } from './draft-needs.ts';
import { decryptDraft, type DraftRecord } from './draft-record.ts';
import { checkAnswers, requirementsOf, type Requirements } from './prepare-draft.ts';
import type { DraftMaterial } from './tables.ts';

/** A draft as it would be by the version of the guide that is in use now. */
export interface Renewal {
  readonly version: PinnedVersion;
  readonly needs: Requirements;
  readonly answers: Record<string, unknown>;
  readonly locked: Record<string, unknown>;
  readonly materials: readonly DraftMaterial[];
  readonly told: NewerGuide;
}

const nothing = { changes: [], keptAnswers: 0, moved: [], unneeded: [] };

/** Works out what a draft would be by the version in use; only told where it cannot be carried over (FRM-03). Nothing is written. */
export async function planRenewal(ctx: Context, record: DraftRecord): Promise<{ renewal?: Renewal; told: NewerGuide }> {
  if (record.itemId === null) return { told: { versionId: null, reason: '一件事的草稿不能改按新版本填写，可以照常提交；如需按新版本办理，请重新开始申请。', ...nothing } };
  try {
    const version = await getPublishedItem(ctx, record.itemId);
    if (version.versionId === record.itemVersionId) return { told: { versionId: null, reason: null, ...nothing } };
    const renewal = carryOver(ctx, record, await getDraftVersion(ctx, record), version);
    return { renewal, told: renewal.told };
  } catch (error) {
    // Guidance that has changed, an item that is not offered any more: the draft stays as it is.
    if (error instanceof AppError) return { told: { versionId: null, reason: `${error.title}，这份草稿不能改按新版本填写。`, ...nothing } };
    throw error;
  }
}

function carryOver(ctx: Context, record: DraftRecord, from: PinnedVersion, to: PinnedVersion): Renewal {
  const [older, needs] = [requirementsOf(from, record.guidance), requirementsOf(to, record.guidance)];
  const form = { today: chinaDate(ctx.kernel.clock.now()), parameters: needs.parameters };
  const carried = migrateAnswers(older.definition, needs.definition, decryptDraft(ctx, 'answers', record), form);
  const locked = migrateAnswers(older.definition, needs.definition, decryptDraft(ctx, 'locked', record), form).answers;
  const { value: answers } = checkAnswers(ctx, needs, carried.answers, locked, 'draft');
  const needed = new Set(needs.materials.map(({ material }) => material.key));
  return {
    version: to, needs, answers, locked, materials: record.materials.filter(({ key }) => needed.has(key)),
    told: {
      versionId: to.versionId, reason: null, changes: [...carried.changes.map(({ message }) => message), ...materialChanges(older, needs)], keptAnswers: Object.keys(answers).length,
      moved: carried.moved.map(({ label, outcome, before, message }: MovedAnswer) => ({ label, outcome, before, message })),
      unneeded: record.materials.filter(({ key, files, licenceId }) => !needed.has(key) && (files.length > 0 || licenceId !== null)).map(({ key, files }) => ({ name: nameOf(older, key), files: files.length })),
    },
  };
}

function nameOf({ materials }: Requirements, key: string): string {
  return materials.find(({ material }) => material.key === key)?.material.name ?? '';
}

/** The form's own material changes with the form. */
function materialChanges(older: Requirements, newer: Requirements): string[] {
  const uploaded = ({ materials }: Requirements) => new Map(materials.flatMap(({ material }) => (material.formKey === undefined ? [[material.key, material]] : [])));
  const [before, after] = [uploaded(older), uploaded(newer)];
  return [
    ...[...after].flatMap(([key, { name, necessity }]) => {
      const known = before.get(key);
      if (known === undefined) return [`新增材料“${name}”${necessity === '1' ? '（必要）' : ''}。`];
      return known.name === name ? [] : [`材料“${known.name}”改名为“${name}”。`];
    }),
    ...[...before].flatMap(([key, { name }]) => (after.has(key) ? [] : [`不再需要材料“${name}”。`])),
  ];
}
