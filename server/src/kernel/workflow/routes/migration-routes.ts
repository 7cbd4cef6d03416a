import { handle } from '../../module/index.ts';
import { getMigration, listMigratedCases, listMigrations } from '../migration/migrations-of.ts';
import { planMigration } from '../migration/plan-migration.ts';
import { startMigration, stopMigration } from '../migration/start-migration.ts';
import { listTriedCases, tryMigration } from '../migration/try-migration.ts';
import * as contract from '../migration.contract.ts';

/** Cases under way taken to another version of their process: the plan, the trial, the run (WFL-03). */
export const migrationRoutes = [
  handle(contract.planMigration, (ctx, { params, query }) => planMigration(ctx, params.key, query)),
  handle(contract.tryMigration, (ctx, { params, body }) => tryMigration(ctx, params.key, body)),
  handle(contract.listTriedCases, (ctx, { params, body }) => listTriedCases(ctx, params.key, body)),
  handle(contract.startMigration, (ctx, { params, body }) => startMigration(ctx, params.key, body)),
  handle(contract.listMigrations, (ctx, { params, query }) => listMigrations(ctx, params.key, query)),
  handle(contract.getMigration, (ctx, { params }) => getMigration(ctx, params.migrationId)),
  handle(contract.listMigratedCases, (ctx, { params, query }) => listMigratedCases(ctx, params.migrationId, query)),
  handle(contract.stopMigration, (ctx, { params }) => stopMigration(ctx, params.migrationId)),
];
