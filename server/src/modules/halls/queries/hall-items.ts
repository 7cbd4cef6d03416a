import type { ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { readRows, tablesOf } from '../../../kernel/db/index.ts';
import { getPublishedItem, searchItems } from '../../catalog/index.ts';
import type { listItemHalls as hallsOperation, searchHallItems as itemsOperation } from '../contract.ts';
import { getHallRow } from '../halls.ts';
import type { HallsTables } from '../tables.ts';

/** Items shown; whoever does not find theirs types more of its name. */
const shown = 12;
/** Items looked at for those that the hall serves. */
const looked = 60;

/** Items that a hall serves by words or pinyin, each with the queue to take a ticket for (HAL-02). @throws halls.hall-not-found */
export async function searchHallItems(ctx: Context, hallId: string, q: string | undefined): Promise<ResponseOf<typeof itemsOperation>> {
  const hall = await getHallRow(ctx, hallId);
  const services = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.queueService as s').innerJoin('halls.queue as q', 'q.id', 's.queueId').select(['s.kind', 's.targetId', 's.queueId', 'q.name as queueName'])
    .where('s.hallId', '=', hallId).where('q.active', '=', true).orderBy('q.sortOrder').execute();
  const queueOf = (itemId: string, departmentId: string) => services.find(({ kind, targetId }) => kind === 'item' && targetId === itemId) ?? services.find(({ kind, targetId }) => kind === 'organization' && targetId === departmentId);
  const { items } = await searchItems(ctx, { q: q?.trim() ?? '', limit: looked, regionCode: hall.regionCode });
  return {
    items: items.flatMap(({ id, name, department }) => {
      const service = queueOf(id, department.id);
      return service ? [{ itemId: id, itemName: name, departmentName: department.name, queueId: service.queueId, queueName: service.queueName }] : [];
    }).slice(0, shown),
  };
}

type ItemHall = ResponseOf<typeof hallsOperation>['items'][number];

const halls = `
SELECT DISTINCT ON (h.id) h.id AS hall_id, h.name AS hall_name, h.address, q.id AS queue_id, q.name AS queue_name, q.slot_capacity > 0 AS bookable,
  ARRAY(SELECT w.number FROM halls.window_queue wq JOIN halls.window w ON w.id = wq.window_id AND w.active WHERE wq.queue_id = q.id ORDER BY w.sort_order) AS windows
FROM halls.queue_service s JOIN halls.queue q ON q.id = s.queue_id AND q.active JOIN halls.hall h ON h.id = q.hall_id AND h.active
WHERE (s.kind = 'item' AND s.target_id = $1) OR (s.kind = 'organization' AND s.target_id = $2) ORDER BY h.id, (s.kind <> 'item'), q.sort_order LIMIT 20`;

/** Halls at which an item is served, each with the queue for it. @throws catalog.item-not-found */
export async function listItemHalls(ctx: Context, itemId: string): Promise<{ items: ItemHall[] }> {
  const { elements } = await getPublishedItem(ctx, itemId);
  return { items: await readRows<ItemHall>(ctx.kernel.db, halls, [itemId, elements.organizationId]) };
}
