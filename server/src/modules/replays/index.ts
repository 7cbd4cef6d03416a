import { defineModule } from '../../kernel/module/index.ts';
import { runReplayJob } from './jobs/run-replay.ts';
import { replaysMigrations } from './migrations.ts';
import { replaysPermissions } from './permissions.ts';
import { replayRoutes } from './routes/replay-routes.ts';

/** 用办过的件试算: past cases replayed on a draft or version of a process, beside how they went (WFL-03). */
export const replays = defineModule({
  name: 'replays', uses: ['cases', 'dispatch'], permissions: replaysPermissions, routes: replayRoutes, jobs: [runReplayJob], migrations: replaysMigrations,
});
