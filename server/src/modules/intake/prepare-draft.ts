import { type FormDefinition, validateForm } from '@tongban/form-model';
import type { Issue } from '@tongban/contract-kit';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { mediaTypes } from '../../kernel/files/media-types.ts';
import { getForm, type PinnedVersion } from '../catalog/index.ts';
import type { GivenAnswer, NeededMaterial } from '../guidance/contract.ts';
import { formParametersOf, guide } from '../guidance/index.ts';
import { fail } from './errors.ts';
import type { DraftMaterial } from './tables.ts';

/** What the guidance of an application leads to: situation, form and materials of one version. */
export interface Requirements {
  situation: { key: string; name: string; notes: string[] };
  formKey: string;
  formName: string;
  definition: FormDefinition;
  materials: NeededMaterial[];
  guidance: GivenAnswer[];
  /** Values for the form's parameters: the guidance answers by question. */
  parameters: Record<string, unknown>;
}

/**
 * Resolves the guidance answers to what an application needs.
 * @throws intake.guidance-incomplete, intake.situation-refused, intake.handling-item for one that is applied for by itself, intake.not-online
 */
export function requirementsOf(version: PinnedVersion, given: readonly GivenAnswer[]): Requirements {
  if (version.elements.handling.mode !== 'platform') throw fail('intake.not-online');
  const result = guide(version, given);
  if (!result.complete || !result.situation) throw fail('intake.guidance-incomplete');
  if (result.situation.refused) throw fail('intake.situation-refused', { notes: result.notes.join('') });
  const { handlingItemId = version.itemId } = result.situation;
  if (handlingItemId !== version.itemId) throw fail('intake.handling-item');
  if (!result.formKey) throw fail('intake.not-online');
  const form = getForm(version, result.formKey);
  return {
    situation: { key: result.situation.key, name: result.situation.name, notes: result.notes },
    formKey: form.key, formName: form.name,
    // Publishing has checked the definition against the model; a pinned version does not change.
    definition: form.definition as FormDefinition,
    materials: result.materials, guidance: result.answers,
    parameters: formParametersOf(result.answers),
  };
}

/** Validates the answers of an application with the one validation code of browser and server (FRM-03). */
export function checkAnswers(ctx: Context, needs: Requirements, answers: Record<string, unknown>, locked: Record<string, unknown>, mode: 'draft' | 'submit') {
  const { value, issues } = validateForm(needs.definition, answers, {
    mode, today: chinaDate(ctx.kernel.clock.now()), parameters: needs.parameters, lockedAnswers: locked,
  });
  return { value, issues: issues.map(({ path, code, message }): Issue => ({ path, code, message })) };
}

/** Whether something must be given for the material: it is necessary and not filled from the form. */
export function isRequired({ material }: NeededMaterial): boolean {
  return material.necessity === '1' && material.formKey === undefined;
}

const extensions: ReadonlyMap<string, string> = new Map(Object.entries(mediaTypes).map(([type, { extension }]) => [type, extension]));

/** Whether a material takes what the upload found the file to be. */
export function isAccepted(fileTypes: readonly string[], mediaType: string): boolean {
  return fileTypes.length === 0 || fileTypes.some((type) => type === extensions.get(mediaType));
}

/** What is wrong with the materials of an application; paths are `materials.<key>`. */
export function checkMaterials(needs: Requirements, given: readonly DraftMaterial[]): Issue[] {
  const byKey = new Map(given.map((entry) => [entry.key, entry]));
  return needs.materials.flatMap((needed): Issue[] => {
    const { material } = needed;
    const entry = byKey.get(material.key);
    const path = `materials.${material.key}`;
    if (entry?.licenceId && !entry.licenceConsent) {
      return [{ path, code: 'consent', message: `请勾选同意使用电子证照代替“${material.name}”，或改为上传材料。` }];
    }
    if (entry && entry.files.length > material.maxFiles) {
      return [{ path, code: 'too-many-files', message: `“${material.name}”最多上传 ${material.maxFiles} 个文件，请删除多余的文件。` }];
    }
    const wrong = entry?.files.find(({ mediaType }) => !isAccepted(material.fileTypes, mediaType));
    if (wrong) {
      return [{ path, code: 'file-type', message: `“${material.name}”请上传${material.fileTypes.join('、')}格式的文件，“${wrong.name}”不是这些格式。` }];
    }
    const there = entry && (entry.files.length > 0 || entry.licenceId || entry.paperReceived);
    return there || !isRequired(needed) ? [] : [{ path, code: 'required', message: `请上传“${material.name}”。` }];
  });
}
