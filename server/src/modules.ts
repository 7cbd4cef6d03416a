import type { ModuleDefinition } from './kernel/module/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { guidance } from './modules/guidance/index.ts';

/** Every module of the platform, in an order in which each comes after those it uses. */
export const modules: readonly ModuleDefinition[] = [catalog, guidance];
