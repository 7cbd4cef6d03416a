import { useQuery } from '@tanstack/react-query';
import { listConfirmations } from '@tongban/server/src/modules/surveys/contract.ts';
import { Drawer } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.task;

/** 确认留痕: every confirmation with its digest. */
export function Confirmations({ taskId, open, onClose }: { taskId: string; open: boolean; onClose: () => void }) {
  const query = useQuery({ queryKey: [listConfirmations.id, taskId], enabled: open, queryFn: () => api.call(listConfirmations, { params: { taskId } }) });
  return (
    <Drawer open={open} onClose={onClose} size={560} title={words.confirmations}>
      <QueryState query={query}>
        {({ items }) => (items.length === 0 ? <p className="muted">{words.noConfirmations}</p> : items.map((one) => (
          <section key={one.id} style={{ marginBottom: '1rem' }}>
            <p><strong>{words.number(one.number)}</strong>　{one.confirmedByName}　{formatDateTime(one.confirmedAt)}　<Tag tone={one.intact ? 'done' : 'danger'}>{one.intact ? words.intact : words.broken}</Tag></p>
            <p className="muted">{words.counts(one.itemCount, one.changedCount)}</p>
            <p className="faint small number" style={{ overflowWrap: 'anywhere' }}>SM3 {one.digest}</p>
          </section>
        )))}
      </QueryState>
    </Drawer>
  );
}
