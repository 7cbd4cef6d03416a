import { defineModule } from '../../kernel/module/index.ts';
import { clearSharesJob } from './jobs/clear-shares.ts';
import { sharingMigrations } from './migrations.ts';
import { sharingPermissions } from './permissions.ts';
import { shareRoutes } from './routes/share-routes.ts';

export { requireFor, scanCode, type ScanFor } from './actions/scan-code.ts';
export { addHandIn, addTakings, unsafeListTakings, type PlacedThing, type Taking } from './actions/use-share.ts';
export { fail as failSharing } from './errors.ts';
export { shareEnded, type ShareEnded } from './events.ts';
export { readStandingThings, type StandingThing } from './queries/view-scanned.ts';
export { getScannedRecord, type ShareRecord, type ThingRecord } from './share-record.ts';

/** 共享码: somebody shows a code, a clerk sees and takes exactly what was agreed to (INT-09). */
export const sharing = defineModule({
  name: 'sharing', uses: ['catalog', 'licences', 'cases'], permissions: sharingPermissions, routes: shareRoutes, jobs: [clearSharesJob], migrations: sharingMigrations,
});
