import { mergerOf } from '../../kernel/organization/index.ts';

const open = `state <> 'cancelled' AND :fromId::uuid IN (origin_id, receiver_id, destination_id, holder_id)`;
const moved = (part: string): string => ['id', 'name', 'path'].map((column) => {
  const to = { id: ':toId::uuid', name: ':toName', path: ':toPath' }[column] ?? '';
  return `${part}_${column} = CASE WHEN ${part}_id = :fromId::uuid THEN ${to} ELSE ${part}_${column} END`;
}).join(', ');

/** Paper is where it was, and the successor answers for it: what it held, sent or was to receive. Steps keep the old name. */
export const custodyMergers = [
  mergerOf({
    name: 'custody.envelopes', label: '纸质材料袋', count: `SELECT count(*)::int AS count FROM custody.envelope WHERE ${open}`,
    before: [
      `UPDATE custody.batch SET ${moved('from')}, ${moved('to')}, version = version + 1 WHERE state IN ('open', 'handed-over') AND :fromId::uuid IN (from_id, to_id)`,
      `UPDATE custody.rule SET receiver_id = :toId::uuid, receiver_name = :toName, receiver_path = :toPath WHERE receiver_id = :fromId::uuid`,
    ],
    move: `UPDATE custody.envelope SET ${['origin', 'receiver', 'destination', 'holder'].map(moved).join(', ')}, paths = ARRAY(SELECT DISTINCT unnest(paths || :toPath::text)), version = version + 1 WHERE ${open} RETURNING 1`,
  }),
];
