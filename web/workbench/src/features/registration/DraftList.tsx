import { DeleteOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { deleteDraft, listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api, problemOf } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.drafts;

/** Registrations left open, newest first, to go on with. */
export function DraftList() {
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const drafts = useQuery({ queryKey: [listDrafts.id], queryFn: () => api.call(listDrafts, {}) });

  function remove(draftId: string) {
    modal.confirm({
      title: words.removeTitle,
      content: words.removeDetail,
      okText: words.remove,
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await api.call(deleteDraft, { params: { draftId } });
          void message.success(words.removed);
        } catch (error) {
          void message.error(problemOf(error).title);
        }
        await client.invalidateQueries({ queryKey: [listDrafts.id] });
      },
    });
  }
  return (
    <QueryState query={drafts} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="drafts__none muted">{words.none}</p>
        ) : (
          <ul className="drafts">
            {items.map((draft) => (
              <li key={draft.id}>
                <Link to={links.registrationDraft(draft.id)}>
                  <strong>{draft.applicantName}</strong>
                  <span>{draft.itemName}</span>
                  <span className="faint small">
                    {draft.situationName}　{formatMoment(draft.updatedAt)}
                  </span>
                </Link>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${words.remove} ${draft.applicantName} ${draft.itemName}`}
                  onClick={() => remove(draft.id)}
                />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
