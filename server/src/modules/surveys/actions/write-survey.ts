import { requireScope, requireStaff } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import type { BodyOf } from '@tongban/contract-kit';
import { isElementName, type ElementName } from '../../catalog/contract.ts';
import { isEntryElement, mainFields } from '../../item-exchange/index.ts';
import type { createSurvey as createOperation, editSurvey as editOperation, Survey } from '../contract.ts';
import { fail } from '../errors.ts';
import { getSurveyRecord, presentSurvey } from '../queries/get-survey.ts';
import { surveyStateLabels } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

type Fields = BodyOf<typeof createOperation>;

/** Starts a survey. @throws surveys.unknown-element, unknown-department, due-in-past */
export async function createSurvey(ctx: Context, fields: Fields): Promise<Survey> {
  const staff = requireStaff(ctx);
  const checked = await checkFields(ctx, fields);
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).insert('surveys.survey', {
    id, ...checked, state: 'draft', organizationPath: staff.organizationPath, regionCode: staff.regionCode, createdAt: now, createdById: staff.id, createdByName: staff.name, revision: 1,
  });
  recordAudit(ctx, batch, { action: 'surveys.create-survey', objectType: 'survey', objectId: id, detail: { title: fields.title } });
  await commit(ctx, batch);
  return presentSurvey(ctx, await getSurveyRecord(ctx, id));
}

/** Changes a survey that was not sent yet. */
export async function editSurvey(ctx: Context, surveyId: string, { revision, ...fields }: BodyOf<typeof editOperation>): Promise<Survey> {
  const record = await getSurveyRecord(ctx, surveyId);
  if (record.state !== 'draft') throw fail('surveys.state-refused', { state: surveyStateLabels[record.state], what: '调研表', action: '修改' });
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).update('surveys.survey', { ...await checkFields(ctx, fields), revision: revision + 1 }, { id: surveyId, revision, state: 'draft' },
    { expected: 1, otherwise: () => fail('surveys.stale') });
  recordAudit(ctx, batch, { action: 'surveys.edit-survey', objectType: 'survey', objectId: surveyId });
  await commit(ctx, batch);
  return presentSurvey(ctx, await getSurveyRecord(ctx, surveyId));
}

/** Ends a survey: what is confirmed can still be adopted, nothing more is filled in. */
export async function closeSurvey(ctx: Context, surveyId: string, revision: number): Promise<Survey> {
  const record = await getSurveyRecord(ctx, surveyId);
  if (record.state !== 'dispatched') throw fail('surveys.state-refused', { state: surveyStateLabels[record.state], what: '调研表', action: '结束' });
  const batch = new WriteBatch();
  writesFor<SurveysTables>(batch).update('surveys.survey', { state: 'closed', closedAt: ctx.kernel.clock.now(), revision: revision + 1 }, { id: surveyId, revision, state: 'dispatched' },
    { expected: 1, otherwise: () => fail('surveys.stale') });
  recordAudit(ctx, batch, { action: 'surveys.close-survey', objectType: 'survey', objectId: surveyId });
  await commit(ctx, batch);
  return presentSurvey(ctx, await getSurveyRecord(ctx, surveyId));
}

async function checkFields(ctx: Context, fields: Fields): Promise<Fields> {
  const unusable = fields.elements.find((name) => !isElementName(name) || !isAskable(name));
  if (unusable !== undefined) throw fail('surveys.unknown-element', { element: unusable.slice(0, 60) });
  if (fields.dueOn < chinaDate(ctx.kernel.clock.now())) throw fail('surveys.due-in-past');
  const ids = [...new Set(fields.organizationIds)];
  const scope = requireScope(ctx, 'surveys.survey.manage');
  const known = await listOrganizationsById(ctx, ids);
  const reachable = ids.filter((id) => { const found = known.get(id); return found?.validTo === null && liesInScope(scope, ctx.actor, { organizationPath: found.path, regionCode: found.regionCode }); });
  if (reachable.length < ids.length) throw fail('surveys.unknown-department');
  return { ...fields, organizationIds: ids, elements: [...new Set(fields.elements)], taskTypes: [...new Set(fields.taskTypes)] };
}

/** Elements with columns or a sheet of their own; what makes an item this item is not asked. */
export function isAskable(name: ElementName): boolean {
  return !['localTaskCode', 'departmentName', 'regionCode'].includes(name) && (isEntryElement(name) || mainFields.some(({ element }) => element === name));
}
