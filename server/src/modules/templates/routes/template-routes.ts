import { handle } from '../../../kernel/module/index.ts';
import { publishVersion, retireTemplate } from '../actions/publish-version.ts';
import { createTemplate, createVersion, discardVersion, editVersion } from '../actions/write-version.ts';
import * as contract from '../contract.ts';
import { renderSample } from '../judge-version.ts';
import { getVersionRecord, presentVersion, view } from '../queries/get-version.ts';
import { getTemplate, listKinds, listTemplates } from '../queries/list-templates.ts';

/** What officers do with templates of documents and messages. */
export const templateRoutes = [
  handle(contract.listMessageKinds, async (ctx) => ({ items: await listKinds(ctx) })),
  handle(contract.listTemplates, (ctx, { query }) => listTemplates(ctx, query)),
  handle(contract.createTemplate, (ctx, { body }) => createTemplate(ctx, body)),
  handle(contract.getTemplate, (ctx, { params }) => getTemplate(ctx, params.templateId)),
  handle(contract.retireTemplate, (ctx, { params, body }) => retireTemplate(ctx, params.templateId, body.versionId)),
  handle(contract.createVersion, (ctx, { params, body }) => createVersion(ctx, params.templateId, body)),
  handle(contract.getVersion, async (ctx, { params }) => presentVersion(ctx, await getVersionRecord(ctx, params.versionId, view))),
  handle(contract.editVersion, (ctx, { params, body }) => editVersion(ctx, params.versionId, body)),
  handle(contract.discardVersion, (ctx, { params, query }) => discardVersion(ctx, params.versionId, query.revision)),
  handle(contract.publishVersion, (ctx, { params, body }) => publishVersion(ctx, params.versionId, body.revision)),
  handle(contract.previewTemplate, async (ctx, { body }) => ({
    contentType: 'application/pdf', fileName: `${body.content.name}（预览）.pdf`, content: await renderSample(ctx, body.content, body.itemId), disposition: 'inline' as const,
  })),
];
