import type { Context } from '../../../kernel/context.ts';
import type { LiveTopic } from '../../../kernel/live/index.ts';
import { fail } from '../errors.ts';
import { getHallRow, type HallRow } from '../halls.ts';
import { hallFeed } from './hall-feed.ts';

async function getFollowed(ctx: Pick<Context, 'kernel'>, id: string | undefined): Promise<HallRow> {
  if (id === undefined) throw fail('halls.hall-not-found');
  return getHallRow(ctx, id);
}

/** A hall as everybody in it sees it: screens, kiosks and terminals are sent what it is (HAL-02). */
export const hallTopic: LiveTopic = {
  name: 'halls.hall',
  keysFor: async (ctx, id) => [`hall/${(await getFollowed(ctx, id)).id}`],
  read: async (kernel, id = '', notBefore) => (await hallFeed({ kernel }, id, notBefore)).json.json,
};

/** That something has changed in a hall: a ticket's page or a window's desk, which each show more or less of it, ask again. */
export const queueTopic: LiveTopic = { name: 'halls.queue', keysFor: hallTopic.keysFor };
