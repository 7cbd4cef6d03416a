import type { ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { listSharingServices, SharingService } from '../contract.ts';
import type { DataElementsTables } from '../tables.ts';

/** The catalogue of data-sharing services, and whether this installation is connected to a sharing platform. */
export async function listServices(ctx: Context): Promise<Omit<ResponseOf<typeof listSharingServices>, 'abilities'>> {
  const rows = await tablesOf<DataElementsTables>(ctx.kernel.db).selectFrom('dataElements.sharingService').selectAll().orderBy('code').execute();
  const services = rows.map(({ editedById: _editor, editedAt, ...row }): SharingService => ({ ...row, editedAt: editedAt.toISOString() }));
  return { connected: ctx.kernel.config.dataSharingUrl !== undefined, services };
}
