import { accessModule } from './kernel/access/module.ts';
import { calendarModule } from './kernel/calendar/index.ts';
import { filesModule } from './kernel/files/index.ts';
import { identityModule } from './kernel/identity/index.ts';
import { liveModule } from './kernel/live/index.ts';
import { messagingModule } from './kernel/messaging/index.ts';
import type { ModuleDefinition } from './kernel/module/index.ts';
import { organizationModule } from './kernel/organization/index.ts';
import { personalDataModule } from './kernel/personal-data/index.ts';
import { reviewsModule } from './kernel/reviews/index.ts';
import { rulesModule } from './kernel/rules/index.ts';
import { siteModule } from './kernel/site/index.ts';
import { timeAccountsModule } from './kernel/time-accounts/index.ts';
import { workflowModule } from './kernel/workflow/index.ts';
import { archives } from './modules/archives/index.ts';
import { bundleApplications } from './modules/bundle-applications/index.ts';
import { bundles } from './modules/bundles/index.ts';
import { cases } from './modules/cases/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { collection } from './modules/collection/index.ts';
import { custody } from './modules/custody/index.ts';
import { dataElements } from './modules/data-elements/index.ts';
import { decisioning } from './modules/decisioning/index.ts';
import { delegation } from './modules/delegation/index.ts';
import { dispatch } from './modules/dispatch/index.ts';
import { directory } from './modules/directory/index.ts';
import { guidance } from './modules/guidance/index.ts';
import { halls } from './modules/halls/index.ts';
import { handling } from './modules/handling/index.ts';
import { intelligence } from './modules/intelligence/index.ts';
import { itemExchange } from './modules/item-exchange/index.ts';
import { intake } from './modules/intake/index.ts';
import { itemQuality } from './modules/item-quality/index.ts';
import { licences } from './modules/licences/index.ts';
import { materials } from './modules/materials/index.ts';
import { recognition } from './modules/recognition/index.ts';
import { ratings } from './modules/ratings/index.ts';
import { seals } from './modules/seals/index.ts';
import { sharing } from './modules/sharing/index.ts';
import { replays } from './modules/replays/index.ts';
import { selfBuilt } from './modules/self-built/index.ts';
import { stuckMatters } from './modules/stuck-matters/index.ts';
import { surveys } from './modules/surveys/index.ts';
import { supervision } from './modules/supervision/index.ts';
import { templates } from './modules/templates/index.ts';
import { processes } from './processes/index.ts';

/** Every module of the platform, in an order in which each comes after those it uses. */
export const modules: readonly ModuleDefinition[] = [
  personalDataModule, organizationModule, accessModule, messagingModule, identityModule,
  filesModule, calendarModule, timeAccountsModule, liveModule, workflowModule, reviewsModule, rulesModule, siteModule,
  catalog, guidance, itemExchange, bundles, surveys, templates, seals, licences, dataElements, materials, cases, sharing, dispatch, intake, handling, decisioning, recognition, ratings, bundleApplications, replays, halls, archives,
  directory, delegation, itemQuality, stuckMatters, supervision, intelligence, custody, collection, selfBuilt,
  processes,
];
