import { accessModule } from './kernel/access/module.ts';
import { filesModule } from './kernel/files/index.ts';
import { identityModule } from './kernel/identity/index.ts';
import type { ModuleDefinition } from './kernel/module/index.ts';
import { organizationModule } from './kernel/organization/index.ts';
import { personalDataModule } from './kernel/personal-data/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { guidance } from './modules/guidance/index.ts';

/** Every module of the platform, in an order in which each comes after those it uses. */
export const modules: readonly ModuleDefinition[] = [
  personalDataModule, organizationModule, accessModule, identityModule,
  filesModule,
  catalog, guidance,
];
