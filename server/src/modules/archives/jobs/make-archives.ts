import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { untilIdle } from '../../../kernel/spare-time.ts';
import { packCase } from '../actions/make-archive.ts';
import type { ArchivesTables } from '../tables.ts';

const atOnce = 100;
/** How long a package is put off in favour of what people wait for, ms. */
const putOffMs = 2_000;

/** Packs what has ended since, one after another; what cannot be packed is passed over and tried again the next night. */
async function makeArchives(ctx: Context): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await tablesOf<ArchivesTables>(ctx.kernel.db).selectFrom('archives.archive').selectAll().where('state', '=', 'waiting').where('id', '>', after).orderBy('id').limit(atOnce).execute();
    for (const record of rows) {
      await untilIdle(putOffMs);
      try {
        await packCase(ctx, record, record.edition === 0 ? '办结归档' : '办件有变，重新归档');
      } catch (error) {
        ctx.kernel.log.error({ err: error, archive: record.id }, 'a case could not be archived');
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.id;
  }
}

export const makeArchivesJob: JobDefinition = { name: 'archives.make-archives', label: '办结的办件归档、质检', cron: '20 1 * * *', handle: makeArchives };
