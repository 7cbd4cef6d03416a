import { listRoles } from '../../access/queries/roles.ts';
import { handle } from '../../module/index.ts';
import {
  createProcess, createProcessDraft, discardProcessDraft, editProcessDraft, getProcess, getProcessDraft, getProcessVersion, listHandlerRoles, listProcesses, listStepChoices, publishProcessDraft, simulateProcessDraft,
} from '../definition.contract.ts';
import { getDraftRecord, presentDraft } from '../drafts/get-draft.ts';
import { publishDraft } from '../drafts/publish-draft.ts';
import { createDraft, createProcess as create, discardDraft, editDraft } from '../drafts/write-draft.ts';
import { simulateDraft } from '../simulation/simulate-draft.ts';
import { getProcess as getDetail, getProcessVersion as getVersion, listProcesses as list } from '../queries/list-processes.ts';
import { listStepChoices as choices } from '../queries/list-step-choices.ts';

/** What officers do with processes: draw, publish, look at (WFL-01, WFL-03). */
export const definitionRoutes = [
  handle(listProcesses, (ctx, { query }) => list(ctx, query)),
  handle(createProcess, (ctx, { body }) => create(ctx, body)),
  handle(listHandlerRoles, async (ctx) => ({ roles: (await listRoles(ctx)).filter(({ administration }) => administration === null).map(({ code, name }) => ({ code, name })) })),
  handle(listStepChoices, (ctx) => choices(ctx)),
  handle(getProcess, (ctx, { params }) => getDetail(ctx, params.key)),
  handle(createProcessDraft, (ctx, { params, body }) => createDraft(ctx, params.key, body)),
  handle(getProcessVersion, (ctx, { params }) => getVersion(ctx, params.definitionId)),
  handle(getProcessDraft, async (ctx, { params }) => presentDraft(ctx, await getDraftRecord(ctx, params.draftId, 'workflow.definition.view'))),
  handle(editProcessDraft, (ctx, { params, body }) => editDraft(ctx, params.draftId, body)),
  handle(discardProcessDraft, (ctx, { params, query }) => discardDraft(ctx, params.draftId, query.revision)),
  handle(publishProcessDraft, (ctx, { params, body }) => publishDraft(ctx, params.draftId, body.revision)),
  handle(simulateProcessDraft, (ctx, { params, body }) => simulateDraft(ctx, params.draftId, body)),
];
