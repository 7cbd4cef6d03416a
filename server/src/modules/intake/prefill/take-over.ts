import { mergePrefill } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readSourceNames } from '../../data-elements/index.ts';
import type { Holder } from '../../licences/index.ts';
import type { BundleChild } from '../bundle-needs.ts';
import { readBindings } from './bindings.ts';
import { knownFrom } from './gather-known.ts';
import { mandateLimit } from '../../cases/index.ts';
import { readLicences } from './read-licences.ts';

/**
 * Fills an item's form in with what the licences say that earlier items of its bundle brought forth; the applicant agreed to it
 * with the bundle, was not asked for it, and the reading leaves a trace (BDL-02, FRM-02).
 */
export async function takeOverAnswers(ctx: Context, holder: Holder, child: BundleChild, answers: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (child.filledLater.size === 0) return answers;
  const bindings = (await readBindings(ctx, child.needs.definition)).filter(({ fieldId }) => child.filledLater.has(fieldId));
  const names = await readSourceNames(ctx, bindings.map(({ element }) => element));
  const typeCodes = [...new Set(bindings.flatMap(({ sources }) => sources.flatMap((source) => (source.kind === 'licence' ? [source.licenceType] : []))))];
  const { elements } = child.version;
  const reading = await readLicences(ctx, {
    holder, typeCodes, names: names.licenceTypes, limit: mandateLimit(ctx), trace: { by: elements.departmentName, purpose: `按一件事申请，办理“${elements.name}”时自动填写` },
  });
  const { known } = knownFrom(bindings, [reading]);
  const asked = Object.fromEntries(Object.entries(answers).filter(([id]) => !child.filledLater.has(id)));
  return mergePrefill(child.needs.definition, asked, known, { today: chinaDate(ctx.kernel.clock.now()), parameters: child.needs.parameters }).answers;
}
