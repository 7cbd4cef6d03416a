import type { ModuleDefinition } from './kernel/module/index.ts';

/** Every module of the platform, in an order in which each comes after those it uses. */
export const modules: readonly ModuleDefinition[] = [];
