import type { Issue } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { checkAnswers, checkMaterials, decryptDraft, getOpenDraft, requirementsOf } from '../../intake/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { decidesAlone } from '../check/check-setting.ts';
import type { PreCheck } from '../contract.ts';
import { applicationOfDraft } from '../engine/application.ts';
import { assess } from '../engine/assess.ts';
import { findCurrentSetting, isRunning } from './setting-record.ts';

const unavailable: PreCheck = { available: false, verdict: 'person', problems: [], explanation: [] };

/**
 * How the applicant's draft would go: what form and materials still lack, what the rules list as wrong, and whether the
 * platform or a person would handle it. Nothing is kept of it, and it binds nobody (智能预审, DEC-03). @throws intake.draft-not-found
 */
export async function preCheckDraft(ctx: Context, draftId: string): Promise<PreCheck> {
  const draft = await getOpenDraft(ctx, draftId);
  if (draft.itemId === null || draft.itemVersionId === null) return unavailable;
  const setting = await findCurrentSetting(ctx, draft.itemId);
  if (!setting || !isRunning(setting) || !setting.ruleVersionId || !setting.content.capabilities.includes('pre-check') || setting.itemVersionId !== draft.itemVersionId) return unavailable;
  const needs = requirementsOf(await getPinnedVersion(ctx, draft.itemVersionId), draft.guidance);
  const { issues } = checkAnswers(ctx, needs, decryptDraft(ctx, 'answers', draft), decryptDraft(ctx, 'locked', draft), 'submit');
  const missing = [...issues, ...checkMaterials(needs, draft.materials)];
  // What is not filled in cannot be judged, and would only be told twice.
  if (missing.length > 0) return { available: true, verdict: 'problems', problems: missing, explanation: [] };
  const assessment = await assess(ctx, setting.content, setting.ruleVersionId, await applicationOfDraft(ctx, draft));
  const problems = [
    ...assessment.problems.map((message): Issue => ({ path: 'rules', code: 'rules', message })),
    ...assessment.checks.filter(({ passed }) => !passed).map(({ label, note }): Issue => ({ path: 'checks', code: 'check', message: `${label}没有通过${note === '' ? '' : `：${note}`}` })),
  ];
  const alone = decidesAlone(setting.model) && setting.content.channels.some((channel) => channel === ctx.origin.channel);
  return {
    available: true, problems, verdict: problems.length > 0 ? 'problems' : assessment.handOver === undefined && alone ? 'smooth' : 'person',
    explanation: assessment.evaluation?.outcome.explanation.map(({ label, summary }) => ({ label, summary })) ?? [],
  };
}
