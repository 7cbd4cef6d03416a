import { defineModule } from '../../kernel/module/index.ts';
import { templateMergers } from './mergers.ts';
import { templatesMigrations } from './migrations.ts';
import { templatesPermissions } from './permissions.ts';
import { templateRoutes } from './routes/template-routes.ts';

export { recordTemplateUse, type DocumentUse } from './actions/record-use.ts';
export { versionPublished } from './events.ts';
export { judgeMessage, judgeTemplate, refuseFaults, sampleData } from './judge-version.ts';
export { getTemplateInForce, getUsedTemplate, type UsedTemplate } from './queries/used-template.ts';
export { syncTemplates } from './sync-templates.ts';

/** Templates of documents and messages as versions, for all or for an item, a kind of applicant, a step (HND-05). */
export const templates = defineModule({
  name: 'templates', uses: ['catalog'], mergers: templateMergers, migrations: templatesMigrations, permissions: templatesPermissions, routes: templateRoutes,
});
